package io.fortnoxconnector.connector.contract;

import static org.assertj.core.api.Assertions.assertThat;

import io.fortnoxconnector.connector.events.Intervals;
import io.fortnoxconnector.connector.tenants.FortnoxApp;
import io.fortnoxconnector.connector.tenants.Tenant;
import io.fortnoxconnector.connector.tenants.TenantStore;
import io.fortnoxconnector.connector.tenants.TenantStore.ApiKeyRecord;
import io.fortnoxconnector.connector.twins.FakeTiming;
import io.fortnoxconnector.fortnox.FortnoxGrants.AccountType;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** What a store of vendors must do. */
public abstract class TenantStoreContract {

  private static final Instant NOW = FakeTiming.START;
  private static final FortnoxApp APP =
      new FortnoxApp(
          "client-id",
          "secret/name",
          AccountType.SERVICE,
          new TreeSet<>(Set.of("customer", "supplier")));

  /** An empty store, the same one for the whole of a test. */
  protected abstract TenantStore store();

  /** The same store, where intervals are. */
  protected abstract Intervals intervals();

  private static Tenant tenant(String id) {
    return new Tenant(id, "Åkeri & Co", null, List.of(), new TreeMap<>(), false, NOW);
  }

  private Tenant found(String id) {
    return store().find(id).orElseThrow();
  }

  @Test
  void aTenantComesBackAsItWasCreated() {
    store().create(tenant("one"));

    assertThat(store().find("one")).contains(tenant("one"));
    assertThat(store().find("two")).isEmpty();
  }

  @Test
  void creatingAgainChangesNothing() {
    store().create(tenant("one"));
    store().setApp("one", APP);

    store().create(tenant("one"));

    assertThat(found("one").app()).isEqualTo(APP);
  }

  @Test
  void theIntegrationIsSetReplacedAndRemoved() {
    store().create(tenant("one"));
    store().setApp("one", APP);
    assertThat(found("one").app()).isEqualTo(APP);

    var newer =
        new FortnoxApp("newer", "secret/newer", AccountType.USER, new TreeSet<>(Set.of("invoice")));
    store().setApp("one", newer);
    assertThat(found("one").app()).isEqualTo(newer);

    store().setApp("one", null);
    assertThat(found("one").app()).isNull();
  }

  @Test
  void writesArePassedOnWhileTheVendorWantsIt() {
    store().create(tenant("one"));
    assertThat(found("one").passesWrites()).isFalse();

    store().setPassesWrites("one", true);
    assertThat(found("one").passesWrites()).isTrue();
    store().setPassesWrites("one", false);
    assertThat(found("one").passesWrites()).isFalse();

    store().setPassesWrites("unknown", true);
    assertThat(store().find("unknown")).isEmpty();
  }

  @Test
  void intervalsAreWhatWasSetLast() {
    store().create(tenant("one"));
    store().create(tenant("two"));
    assertThat(intervals().intervals("one")).isEmpty();

    intervals()
        .setIntervals("one", Map.of("customers", Duration.ofMinutes(1), "items", Duration.ZERO));
    intervals().setIntervals("two", Map.of("customers", Duration.ofHours(24)));
    assertThat(intervals().intervals("one"))
        .isEqualTo(Map.of("customers", Duration.ofMinutes(1), "items", Duration.ZERO));
    assertThat(intervals().intervals("two")).isEqualTo(Map.of("customers", Duration.ofHours(24)));

    intervals().setIntervals("one", Map.of());
    assertThat(intervals().intervals("one")).isEmpty();
    intervals().setIntervals("unknown", Map.of("items", Duration.ZERO));
    assertThat(intervals().intervals("unknown")).isEmpty();
    assertThat(found("one").name()).isEqualTo(tenant("one").name());
  }

  @Test
  void callbackUrlsAreAddedToWhatIsThere() {
    store().create(tenant("one"));
    store().addCallbackUrls("one", List.of("https://b.example/", "https://a.example/"));

    store().addCallbackUrls("one", List.of("https://a.example/", "https://c.example/?x=1"));
    store().addCallbackUrls("one", List.of());

    assertThat(found("one").callbackUrls())
        .containsExactly("https://a.example/", "https://b.example/", "https://c.example/?x=1");
  }

  @Test
  void aListedKeyOpensNothingUntilItIsEnabled() {
    store().create(tenant("one"));
    store().listKey("one", "key1", NOW);
    assertThat(found("one").apiKeys()).containsEntry("key1", NOW);
    assertThat(store().findKey("key1")).isEmpty();

    store().enableKey("one", "key1", "hash");
    assertThat(store().findKey("key1")).contains(new ApiKeyRecord("key1", "one", "hash"));
  }

  @Test
  void aKeyThatIsThereIsNeverReplaced() {
    store().create(tenant("one"));
    store().enableKey("one", "key1", "hash");

    store().enableKey("two", "key1", "another");

    assertThat(store().findKey("key1")).contains(new ApiKeyRecord("key1", "one", "hash"));
  }

  @Test
  void aWithdrawnKeyOpensNothingAndTheOthersStay() {
    store().create(tenant("one"));
    for (String key : List.of("key1", "key2")) {
      store().listKey("one", key, NOW);
      store().enableKey("one", key, "hash of " + key);
    }

    assertThat(store().withdrawKey("one", "key1")).isTrue();

    assertThat(store().findKey("key1")).isEmpty();
    assertThat(store().findKey("key2")).isPresent();
    assertThat(found("one").apiKeys()).containsOnlyKeys("key2");
    assertThat(store().withdrawKey("one", "key1")).isFalse();
  }

  @Test
  void aForeignTenantCanNotWithdrawAKey() {
    store().create(tenant("one"));
    store().create(tenant("two"));
    store().listKey("one", "key1", NOW);
    store().enableKey("one", "key1", "hash");

    assertThat(store().withdrawKey("two", "key1")).isFalse();
    assertThat(store().withdrawKey("nobody", "key1")).isFalse();

    assertThat(store().findKey("key1")).isPresent();
  }

  @Test
  void nothingIsMadeOfAnUnknownTenant() {
    store().setApp("nobody", APP);
    store().addCallbackUrls("nobody", List.of("https://a.example/"));
    store().listKey("nobody", "key1", NOW);

    assertThat(store().find("nobody")).isEmpty();
  }

  @Test
  void anEmptyIdFindsNothing() {
    assertThat(store().find("")).isEmpty();
    assertThat(store().findKey("")).isEmpty();
  }
}
