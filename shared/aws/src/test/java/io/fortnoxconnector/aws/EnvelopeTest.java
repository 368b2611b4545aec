package io.fortnoxconnector.aws;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class EnvelopeTest {

  /**
   * Made with another implementation, Python's cryptography 48: {@code
   * AESGCM(bytes(range(32))).encrypt(bytes(range(100, 112)), text, aad)} with the version and the
   * sorted context, each part behind its length in four bytes, as {@code aad}.
   */
  private static final byte[] SEALED =
      HexFormat.of()
          .parseHex(
              "0100030a0b0c6465666768696a6b6c6d6e6f293bac031f9b33ed56422b87b10004d1"
                  + "6201a3c92faf458b0c811a267f50d705206b87ea18c09e");

  private static final byte[] KEY = counting(0, 32);
  private static final byte[] NONCE = counting(100, 12);
  private static final byte[] ENCRYPTED_KEY = counting(10, 3);
  private static final byte[] CLEAR = "a refresh token, åäö".getBytes(StandardCharsets.UTF_8);
  private static final Map<String, String> CONTEXT =
      Map.of("connection", "connectionone", "purpose", "REFRESH_TOKEN");

  private static byte[] counting(int from, int count) {
    byte[] bytes = new byte[count];
    for (int i = 0; i < count; i++) {
      bytes[i] = (byte) (from + i);
    }
    return bytes;
  }

  @Test
  void whatIsSealedIsWhatOthersSealToo() {
    assertThat(Envelope.seal(CLEAR, KEY, ENCRYPTED_KEY, NONCE, CONTEXT).bytes()).isEqualTo(SEALED);
  }

  @Test
  void whatOthersSealedOpens() {
    Envelope envelope = Envelope.of(SEALED);

    assertThat(envelope.encryptedKey()).isEqualTo(ENCRYPTED_KEY);
    assertThat(envelope.open(KEY, CONTEXT)).isEqualTo(CLEAR);
  }

  /** The encrypted key is KMS's to check: it's opened under the same context. */
  @Test
  void nothingOpensThatWasChangedAnywhereOutsideTheEncryptedKey() {
    for (int i = 0; i < SEALED.length; i++) {
      if (i >= 3 && i < 6) {
        continue;
      }
      byte[] changed = SEALED.clone();
      changed[i] ^= 1;
      assertThatThrownBy(() -> Envelope.of(changed).open(KEY, CONTEXT))
          .as("byte %d", i)
          .isInstanceOf(IllegalStateException.class);
    }
  }

  @Test
  void nothingOpensThatWasCutShort() {
    for (int length = 0; length < SEALED.length; length++) {
      byte[] cut = Arrays.copyOf(SEALED, length);
      assertThatThrownBy(() -> Envelope.of(cut).open(KEY, CONTEXT))
          .as("%d bytes", length)
          .isInstanceOf(IllegalStateException.class);
    }
  }

  @Test
  void nothingOpensUnderAnotherContextOrKey() {
    Envelope envelope = Envelope.of(SEALED);

    for (Map<String, String> other :
        List.of(
            Map.of("connection", "connectiontwo", "purpose", "REFRESH_TOKEN"),
            Map.of("connection", "connectionone", "purpose", "ACCESS_TOKEN"),
            Map.of("connection", "connectionone"),
            Map.<String, String>of())) {
      assertThatThrownBy(() -> envelope.open(KEY, other)).isInstanceOf(IllegalStateException.class);
    }
    assertThatThrownBy(() -> envelope.open(counting(1, 32), CONTEXT))
        .isInstanceOf(IllegalStateException.class);
  }

  @Test
  void contextsThatLookAlikeWhenJoinedAreDifferent() {
    Envelope envelope = Envelope.seal(CLEAR, KEY, ENCRYPTED_KEY, NONCE, Map.of("a", "bc"));

    assertThatThrownBy(() -> envelope.open(KEY, Map.of("ab", "c")))
        .isInstanceOf(IllegalStateException.class);
  }
}
