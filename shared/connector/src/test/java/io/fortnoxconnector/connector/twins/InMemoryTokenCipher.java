package io.fortnoxconnector.connector.twins;

import io.fortnoxconnector.connector.tokens.Sealed;
import io.fortnoxconnector.connector.tokens.TokenCipher;
import io.fortnoxconnector.fortnox.Secret;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;

/** A cipher that hides nothing from who looks closely, but checks the context as KMS does. */
public final class InMemoryTokenCipher implements TokenCipher {

  private static final int MOST_BYTES = 4096;

  private final AtomicInteger opened = new AtomicInteger();
  private volatile Consumer<String> onCall = _ -> {};

  @Override
  public Sealed seal(Secret token, String connection, Purpose purpose) {
    called("seal");
    if (purpose == Purpose.ACCESS_TOKEN
        && token.reveal().getBytes(StandardCharsets.UTF_8).length > MOST_BYTES) {
      throw new IllegalArgumentException("longer than KMS encrypts directly");
    }
    return sealed(token, connection, purpose);
  }

  @Override
  public Sealer prepare(String connection) {
    called("prepare");
    return token -> sealed(token, connection, Purpose.REFRESH_TOKEN);
  }

  private static Sealed sealed(Secret token, String connection, Purpose purpose) {
    return Sealed.of(flipped(context(connection, purpose) + token.reveal()));
  }

  @Override
  public Secret open(Sealed token, String connection, Purpose purpose) {
    opened.incrementAndGet();
    called("open");
    String clear = new String(flipped(token.bytes()), StandardCharsets.UTF_8);
    String context = context(connection, purpose);
    if (!clear.startsWith(context)) {
      throw new IllegalStateException("the encryption context is another");
    }
    return new Secret(clear.substring(context.length()));
  }

  /** Sees each call that goes to KMS in production, by name; what it throws is KMS's trouble. */
  public void onCall(Consumer<String> look) {
    onCall = look;
  }

  private void called(String name) {
    onCall.accept(name);
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
