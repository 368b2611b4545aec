package io.fortnoxconnector.connector.twins;

import io.fortnoxconnector.connector.tokens.Sealed;
import io.fortnoxconnector.connector.tokens.TokenCipher;
import io.fortnoxconnector.fortnox.Secret;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.atomic.AtomicInteger;

/** A cipher that hides nothing from who looks closely, but checks the context as KMS does. */
public final class InMemoryTokenCipher implements TokenCipher {

  private static final int MOST_BYTES = 4096;

  private final AtomicInteger opened = new AtomicInteger();

  @Override
  public Sealed seal(Secret token, String connection, Purpose purpose) {
    if (token.reveal().getBytes(StandardCharsets.UTF_8).length > MOST_BYTES) {
      throw new IllegalArgumentException("longer than KMS encrypts directly");
    }
    return Sealed.of(flipped(context(connection, purpose) + token.reveal()));
  }

  @Override
  public Secret open(Sealed token, String connection, Purpose purpose) {
    opened.incrementAndGet();
    String clear = new String(flipped(token.bytes()), StandardCharsets.UTF_8);
    String context = context(connection, purpose);
    if (!clear.startsWith(context)) {
      throw new IllegalStateException("the encryption context is another");
    }
    return new Secret(clear.substring(context.length()));
  }

  /** How often something was opened: each is a call to KMS in production. */
  public int opened() {
    return opened.get();
  }

  private static String context(String connection, Purpose purpose) {
    return connection + "\n" + purpose + "\n";
  }

  private static byte[] flipped(String text) {
    return flipped(text.getBytes(StandardCharsets.UTF_8));
  }

  private static byte[] flipped(byte[] bytes) {
    byte[] flipped = new byte[bytes.length];
    for (int i = 0; i < bytes.length; i++) {
      flipped[i] = (byte) ~bytes[i];
    }
    return flipped;
  }
}
