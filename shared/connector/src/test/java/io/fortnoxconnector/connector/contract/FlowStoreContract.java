package io.fortnoxconnector.connector.contract;

import static org.assertj.core.api.Assertions.assertThat;

import io.fortnoxconnector.connector.connections.Flow;
import io.fortnoxconnector.connector.connections.Flow.AtFortnox;
import io.fortnoxconnector.connector.connections.Flow.Connected;
import io.fortnoxconnector.connector.connections.Flow.Link;
import io.fortnoxconnector.connector.connections.Flow.Request;
import io.fortnoxconnector.connector.connections.FlowStore;
import io.fortnoxconnector.connector.twins.FakeTiming;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What a store of connect flows must do. */
public abstract class FlowStoreContract {

  private static final Instant NOW = FakeTiming.START;
  private static final Instant UNTIL = NOW.plus(Duration.ofMinutes(10));
  private static final Connected CODE = new Connected("tenant", "connection", UNTIL);
  private static final Request FULL =
      new Request(
          "tenant",
          URI.create("https://vendor.example/done?a=b"),
          URI.create("https://vendor.example/cancelled"),
          "their state & more",
          "612345");
  private static final Request SPARSE =
      new Request("tenant", FULL.callbackUrl(), FULL.cancelUrl(), null, null);

  /** An empty store, the same one for the whole of a test. */
  protected abstract FlowStore store();

  @Test
  void everyKindOfFlowComesBackAsItWasPut() {
    assertComesBack(new Link(FULL, UNTIL));
    assertComesBack(new Link(SPARSE, UNTIL));
    assertComesBack(
        new AtFortnox(
            FULL, "browser-hash", URI.create("https://api.example/back"), "client-id", UNTIL));
    assertComesBack(CODE);
  }

  private void assertComesBack(Flow flow) {
    store().put("hash", flow);
    assertThat(store().peek("hash", NOW)).contains(flow);
    assertThat(store().take("hash", NOW)).contains(flow);
  }

  @Test
  void lookingDoesNotTake() {
    store().put("hash", CODE);

    assertThat(store().peek("hash", NOW)).isPresent();
    assertThat(store().peek("hash", NOW)).isPresent();
  }

  @Test
  void aTakenFlowIsGone() {
    store().put("hash", CODE);
    store().take("hash", NOW);

    assertThat(store().take("hash", NOW)).isEmpty();
    assertThat(store().peek("hash", NOW)).isEmpty();
  }

  @Race
  void ofTakersAtTheSameMomentOneGetsIt() {
    store().put("hash", CODE);

    assertThat(AtOnce.run(8, _ -> store().take("hash", NOW)))
        .filteredOn(Optional::isPresent)
        .hasSize(1);
  }

  @Test
  void anExpiredFlowIsNeitherSeenNorTaken() {
    store().put("hash", CODE);

    assertThat(store().peek("hash", UNTIL)).isEmpty();
    assertThat(store().take("hash", UNTIL)).isEmpty();
    assertThat(store().take("hash", UNTIL.minusMillis(1))).isPresent();
  }

  @Test
  void anUnknownHashFindsNothing() {
    store().put("hash", CODE);

    assertThat(store().peek("other", NOW)).isEmpty();
    assertThat(store().take("other", NOW)).isEmpty();
  }
}
