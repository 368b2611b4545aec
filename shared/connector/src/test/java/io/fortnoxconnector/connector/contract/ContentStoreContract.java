package io.fortnoxconnector.connector.contract;

import static org.assertj.core.api.Assertions.assertThat;

import io.fortnoxconnector.connector.tasks.ContentStore;
import io.fortnoxconnector.connector.twins.FakeTiming;
import java.time.Duration;
import java.time.Instant;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a store of files that wait for their upload must do. */
public abstract class ContentStoreContract {

  protected static final Instant EXPIRES = FakeTiming.START.plus(Duration.ofDays(30));

  private final String key = "task/" + UUID.randomUUID();

  /** A store without contents of this test, the same one for the whole of a test. */
  protected abstract ContentStore store();

  /** That many bytes, different ones at different places. */
  protected static byte[] bytes(int count) {
    var bytes = new byte[count];
    new Random(count).nextBytes(bytes);
    return bytes;
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 349_999, 350_000, 350_001, 700_000, 4_500_000})
  void bytesComeBackAsTheyWerePut(int count) {
    assertThat(store().find(key)).isEmpty();

    store().put(key, bytes(count), EXPIRES);

    assertThat(store().find(key))
        .hasValueSatisfying(found -> assertThat(found).isEqualTo(bytes(count)));
    assertThat(store().find(key + "x")).isEmpty();
  }

  @Test
  void theSameBytesCanBePutAgain() {
    store().put(key, bytes(400_000), EXPIRES);
    store().put(key, bytes(400_000), EXPIRES);

    assertThat(store().find(key))
        .hasValueSatisfying(found -> assertThat(found).isEqualTo(bytes(400_000)));
  }

  @Test
  void whatIsRemovedIsGoneAndCanBeRemovedAgain() {
    store().put(key, bytes(800_000), EXPIRES);
    store().put(key + "x", bytes(3), EXPIRES);

    store().remove(key);
    store().remove(key);

    assertThat(store().find(key)).isEmpty();
    assertThat(store().find(key + "x")).isPresent();
  }
}
