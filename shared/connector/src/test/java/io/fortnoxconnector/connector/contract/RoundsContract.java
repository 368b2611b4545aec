package io.fortnoxconnector.connector.contract;

import static org.assertj.core.api.Assertions.assertThat;

import io.fortnoxconnector.connector.connections.ConnectionStore;
import io.fortnoxconnector.connector.events.Rounds;
import io.fortnoxconnector.connector.tokens.TokenState.Grant;
import io.fortnoxconnector.connector.twins.FakeTiming;
import io.fortnoxconnector.connector.twins.Samples;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What says when connections are looked at must do. */
public abstract class RoundsContract {

  private static final Instant NOW = FakeTiming.START.plusSeconds(1);

  protected abstract Rounds rounds();

  /** The same store. */
  protected abstract ConnectionStore connections();

  private void connect(String id, Instant at) {
    connections()
        .connect(
            Samples.connection(
                id, Samples.TENANT, at, Samples.tokens(Grant.CLIENT_CREDENTIALS, at)));
  }

  @Test
  void aNewConnectionIsDueAtOnceTheLongestDueFirst() {
    connect("second", FakeTiming.START);
    connect("first", FakeTiming.START.minusSeconds(5));

    assertThat(rounds().due(NOW, 10)).containsExactly("first", "second");
    assertThat(rounds().due(NOW, 1)).containsExactly("first");
    assertThat(rounds().due(FakeTiming.START.minusSeconds(9), 10)).isEmpty();
  }

  @Test
  void ofManyWhoClaimAConnectionOneGetsIt() {
    connect("one", FakeTiming.START);

    List<Boolean> claimed = AtOnce.run(6, _ -> rounds().claim("one", NOW, NOW.plusSeconds(120)));

    assertThat(claimed).containsOnlyOnce(true);
    assertThat(rounds().due(NOW.plusSeconds(119), 10)).isEmpty();
    assertThat(rounds().due(NOW.plusSeconds(121), 10)).containsExactly("one");
  }

  @Test
  void itIsDueWhenItWasSaidToBe() {
    connect("one", FakeTiming.START);
    rounds().claim("one", NOW, NOW.plusSeconds(120));

    rounds().next("one", NOW.plusSeconds(10));

    assertThat(rounds().due(NOW.plusSeconds(9), 10)).isEmpty();
    assertThat(rounds().due(NOW.plusSeconds(11), 10)).containsExactly("one");
  }

  @Test
  void whoConnectsAgainIsDueAgain() {
    connect("one", FakeTiming.START);
    rounds().next("one", NOW.plusSeconds(3600));

    connect("one", FakeTiming.START);

    assertThat(rounds().due(NOW, 10)).containsExactly("one");
  }

  @Test
  void anEndedConnectionIsNeverDue() {
    connect("one", FakeTiming.START);
    connections().remove("one", Samples.TENANT);

    rounds().next("one", NOW);

    assertThat(rounds().due(NOW.plusSeconds(1), 10)).isEmpty();
    assertThat(rounds().claim("one", NOW.plusSeconds(1), NOW.plusSeconds(2))).isFalse();
    assertThat(connections().find("one")).isEmpty();
  }
}
