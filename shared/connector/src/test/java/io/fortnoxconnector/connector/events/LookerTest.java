package io.fortnoxconnector.connector.events;

import static io.fortnoxconnector.translation.Customers.CUSTOMERS;
import static io.fortnoxconnector.translation.Suppliers.SUPPLIERS;
import static org.assertj.core.api.Assertions.assertThat;

import io.fortnoxconnector.connector.connections.Connection;
import io.fortnoxconnector.connector.connections.Connection.ConsentDetail;
import io.fortnoxconnector.connector.connections.Consent;
import io.fortnoxconnector.connector.events.EventStore.Told;
import io.fortnoxconnector.connector.tenants.Tenant;
import io.fortnoxconnector.connector.tokens.TokenState.Grant;
import io.fortnoxconnector.connector.twins.Samples;
import io.fortnoxconnector.connector.twins.World;
import io.fortnoxconnector.fortnox.FortnoxCall;
import io.fortnoxconnector.translation.Resource;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** What changes at Fortnox is told, each change once, whatever changes while it's looked for. */
class LookerTest {

  private static final Duration SWEEP = World.LOOK_EVERY.multipliedBy(3);
  private static final Duration SWEEP_FOR_DELETIONS = World.LOOK_EVERY.multipliedBy(24);

  private final World world = new World();
  private final FakeList fortnox = new FakeList(world.timing::now, List.of(CUSTOMERS, SUPPLIERS));
  private final Connection connection = world.connect(Grant.CLIENT_CREDENTIALS);
  private final List<String> rung = new ArrayList<>();

  private Looker looker() {
    return new Looker(
        world.connections,
        world.connections,
        world.events,
        world.gateway(fortnox),
        new Rhythm(World.LOOK_EVERY),
        world.tenantStore,
        (looked, last) -> rung.add(looked.id() + " " + last),
        world.randomness,
        world.meter,
        world.timing);
  }

  /** Rounds a minute apart, as the schedule runs them. */
  private void look(Duration after) {
    Instant end = world.timing.now().plus(after);
    while (world.timing.now().isBefore(end)) {
      world.timing.advance(Duration.ofMinutes(1));
      assertThat(looker().round(world.minute()).accidents()).isEmpty();
    }
  }

  private void look() {
    look(World.LOOK_EVERY.plusMinutes(1));
  }

  private List<Event> all() {
    return world.events.after(connection.id(), 0, 100_000, world.timing.now()).stream()
        .map(Told::event)
        .toList();
  }

  /** What changed at Fortnox. */
  private List<Event> told() {
    return all().stream().filter(event -> event.data().containsKey("resourceId")).toList();
  }

  /** What became of the connection. */
  private List<String> news() {
    return all().stream()
        .filter(event -> !event.data().containsKey("resourceId"))
        .map(event -> event.type() + " " + event.data().get("consent"))
        .toList();
  }

  private List<String> types() {
    return told().stream()
        .map(event -> event.type() + " " + event.data().get("resourceId"))
        .toList();
  }

  private void put(Resource resource, String id, String name) {
    fortnox.put(resource, id, name, "");
  }

  @Test
  void aResourceIsLookedAtAsOftenAsTheVendorSays() {
    world.tenantStore.create(
        new Tenant(
            connection.tenant(),
            "Vendor",
            null,
            List.of(),
            new TreeMap<>(),
            false,
            world.timing.now()));
    world.tenantStore.setIntervals(
        connection.tenant(),
        Map.of("suppliers", Duration.ofMinutes(1), "customers", Duration.ZERO));
    look(Duration.ofMinutes(1));
    put(SUPPLIERS, "1", "Papper");
    put(CUSTOMERS, "1", "Bo");

    // Three times a minute, where Fortnox tells no changes; else it would be three times five.
    look(Duration.ofMinutes(5));
    assertThat(types()).containsExactly("supplier.created 1");

    world.tenantStore.setIntervals(connection.tenant(), Map.of());
    look(Duration.ofHours(1));
    put(CUSTOMERS, "2", "Eva");
    look(Duration.ofHours(1));
    assertThat(types()).contains("customer.created 2");
  }

  @Test
  void whatWasThereBeforeIsNotTold() {
    put(CUSTOMERS, "1", "Bo");
    put(SUPPLIERS, "1", "Papper");

    look(SWEEP_FOR_DELETIONS.plusHours(1));

    assertThat(told()).isEmpty();
  }

  @Test
  void creationsChangesAndDeletionsAreToldOnceEach() {
    put(CUSTOMERS, "1", "Bo");
    put(SUPPLIERS, "1", "Papper");
    look();

    put(CUSTOMERS, "2", "Eva");
    put(SUPPLIERS, "2", "Penna");
    look(SWEEP);
    assertThat(types()).containsExactlyInAnyOrder("customer.created 2", "supplier.created 2");

    put(CUSTOMERS, "1", "Bosse");
    put(SUPPLIERS, "1", "Papp");
    look(SWEEP);
    assertThat(types().subList(2, 4))
        .containsExactlyInAnyOrder("customer.updated 1", "supplier.updated 1");

    fortnox.delete(CUSTOMERS, "2");
    fortnox.delete(SUPPLIERS, "1");
    look(SWEEP_FOR_DELETIONS.plusMinutes(5));
    assertThat(types().subList(4, 6))
        .containsExactlyInAnyOrder("customer.deleted 2", "supplier.deleted 1");
    look(SWEEP_FOR_DELETIONS.plusMinutes(5));
    assertThat(told()).hasSize(6);
  }

  @Test
  void eachLookRingsWithTheLastEventsNumber() {
    put(SUPPLIERS, "1", "Papper");
    look();
    put(SUPPLIERS, "2", "Penna");
    look(SWEEP);

    assertThat(rung).hasSizeGreaterThan(3).startsWith(connection.id() + " 1");
    assertThat(rung.getLast()).isEqualTo(connection.id() + " 2");
  }

  @Test
  void aChangeThatNoRowShowsIsTold() {
    put(CUSTOMERS, "1", "Bo");
    look();

    fortnox.put(CUSTOMERS, "1", "Bo", "Ring innan");
    look();

    assertThat(types()).containsExactly("customer.updated 1");
  }

  @Test
  void aValueThatChangesToAndFroIsToldEachTimeWithAnotherId() {
    put(CUSTOMERS, "1", "Bo");
    look();
    for (String name : List.of("Eva", "Bo", "Eva", "Bo")) {
      put(CUSTOMERS, "1", name);
      look();
    }
    fortnox.delete(CUSTOMERS, "1");
    look(SWEEP_FOR_DELETIONS);
    put(CUSTOMERS, "1", "Bo");
    look();

    assertThat(types()).hasSize(6);
    assertThat(told()).extracting(Event::id).doesNotHaveDuplicates();
  }

  @Test
  void anEventSaysSinceWhenItMayHaveChanged() {
    look();
    Instant before = world.timing.now();
    put(CUSTOMERS, "1", "Bo");
    look();

    Event event = told().getFirst();
    assertThat(event.data())
        .containsEntry("connectionId", connection.id())
        .containsEntry("resource", "customers");
    assertThat(Instant.parse(Objects.requireNonNull(event.data().get("changedAfter"))))
        .isBeforeOrEqualTo(before);
    assertThat(event.at()).isAfter(before);
  }

  @Test
  void whatIsDeletedWhileAListIsReadHidesNothingAndNothingElseIsTakenForDeleted() {
    for (int i = 0; i < 1200; i++) {
      put(SUPPLIERS, "%05d".formatted(i), "Grossist");
    }
    look();
    put(SUPPLIERS, "00700", "Papper");
    long before = fortnox.calls().size();
    world.timing.advance(SWEEP);
    fortnox.beforeAnswering(
        () ->
            fortnox.beforeAnswering(
                () -> {
                  for (int i = 0; i < 15; i++) {
                    fortnox.delete(SUPPLIERS, "%05d".formatted(i));
                  }
                }));
    look();

    assertThat(fortnox.calls()).hasSizeGreaterThan((int) before + 2);
    look(SWEEP.plusMinutes(2));
    assertThat(types()).contains("supplier.updated 00700").hasSize(16);
    assertThat(types()).filteredOn(type -> type.startsWith("supplier.deleted")).hasSize(15);
  }

  @Test
  void whatNoPageHadAndFortnoxStillHasIsNotDeleted() {
    for (int i = 0; i < 600; i++) {
      put(SUPPLIERS, "%05d".formatted(i), "Grossist");
    }
    look();
    world.timing.advance(SWEEP);
    fortnox.beforeAnswering(
        () -> {
          // The first answer is the customers' and the second a page of the suppliers.
          fortnox.beforeAnswering(
              () -> {
                fortnox.delete(SUPPLIERS, "00005");
                fortnox.beforeAnswering(() -> put(SUPPLIERS, "00005", "Grossist"));
              });
        });
    look();

    assertThat(fortnox.calls()).extracting(FortnoxCall::path).contains("/3/suppliers/00005");
    assertThat(told()).isEmpty();
  }

  @Test
  void moreThanOneRoundCanReadIsReadInSeveral() {
    look();
    for (int i = 0; i < 600; i++) {
      put(CUSTOMERS, "%05d".formatted(i), "Kund " + i);
    }

    look(Duration.ofMinutes(40));

    assertThat(types()).hasSize(600).doesNotHaveDuplicates();
    assertThat(told()).extracting(Event::id).doesNotHaveDuplicates();
  }

  @Test
  void anEntityThatFortnoxListsAndDoesNotShowKeepsNoOtherFromBeingTold() {
    look();
    fortnox.refuse("/3/customers/1");
    put(CUSTOMERS, "1", "Bo");
    put(CUSTOMERS, "2", "Eva");
    look();
    look();

    assertThat(types()).containsExactly("customer.created 1", "customer.created 2");
    put(CUSTOMERS, "1", "Bosse");
    look();
    assertThat(types()).endsWith("customer.updated 1").hasSize(3);
  }

  @Test
  void oneConnectionsTroubleIsNotAnothers() {
    world.connections.connect(Samples.connection("aaspoilt", Samples.TENANT));
    put(CUSTOMERS, "1", "Bo");
    world.timing.advance(Duration.ofMinutes(1));

    Looker.Round round = looker().round(world.minute());

    assertThat(round.looks()).isEqualTo(2);
    assertThat(round.accidents()).hasSize(1);
    put(CUSTOMERS, "1", "Bosse");
    for (int minute = 0; minute < 7; minute++) {
      world.timing.advance(Duration.ofMinutes(1));
      looker().round(world.minute());
    }
    assertThat(types()).containsExactly("customer.updated 1");
  }

  @Test
  void whatBecomesOfTheConsentIsTold() {
    look();
    look();
    assertThat(news()).containsExactly("connection.created ACTIVE");

    world.connections.setConsent(
        connection.id(), Consent.LICENCE_MISSING, new ConsentDetail("order", "no licence"));
    look();
    world.connections.setConsent(connection.id(), Consent.RECONNECT_REQUIRED, null);
    look();
    assertThat(all().get(1).data()).containsEntry("scope", "order");
    assertThat(news().subList(1, 3))
        .containsExactly(
            "connection.updated LICENCE_MISSING", "connection.updated RECONNECT_REQUIRED");

    world.connect(Grant.CLIENT_CREDENTIALS);
    look();
    assertThat(news()).hasSize(4).endsWith("connection.created ACTIVE");
    assertThat(all()).extracting(Event::id).doesNotHaveDuplicates();
  }

  @Test
  void aConnectionThatMustBeRenewedIsLeftAlone() {
    look();
    world.connections.setConsent(connection.id(), Consent.RECONNECT_REQUIRED, null);
    int before = fortnox.calls().size();

    look(Duration.ofMinutes(30));

    assertThat(fortnox.calls()).hasSize(before);
  }
}
