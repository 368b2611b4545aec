package io.fortnoxconnector.connector.twins;

import io.fortnoxconnector.connector.Randomness;
import java.util.Random;

/** Different bytes each time, the same ones in each run. */
public final class FakeRandomness implements Randomness {

  private final Random random = new Random(20260302);

  @Override
  public byte[] bytes(int count) {
    byte[] bytes = new byte[count];
    random.nextBytes(bytes);
    return bytes;
  }
}
