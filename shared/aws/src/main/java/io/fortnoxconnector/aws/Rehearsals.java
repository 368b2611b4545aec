package io.fortnoxconnector.aws;

import io.fortnoxconnector.connector.tokens.Sealed;
import io.fortnoxconnector.connector.tokens.TokenCipher;
import io.fortnoxconnector.connector.tokens.TokenCipher.Purpose;
import io.fortnoxconnector.fortnox.FortnoxCall;
import io.fortnoxconnector.fortnox.HttpFortnoxApi;
import io.fortnoxconnector.fortnox.Secret;
import java.net.URI;
import java.time.Duration;
import software.amazon.awssdk.services.kms.model.InvalidCiphertextException;

/** First uses of clients that change nothing. */
final class Rehearsals {

  private static final String NOBODY = "rehearsal";

  private Rehearsals() {}

  /** KMS is asked, and refuses. */
  static void openNothing(TokenCipher cipher, Purpose purpose) {
    try {
      cipher.open(Sealed.of(new byte[64]), NOBODY, purpose);
    } catch (InvalidCiphertextException expected) {
      // Nothing was ever sealed so.
    }
  }

  /** All of a call to Fortnox but Fortnox: nobody listens at this port of a function's machine. */
  static void callNobody() {
    new HttpFortnoxApi(URI.create("https://127.0.0.1:1"))
        .send(FortnoxCall.get("/"), new Secret(NOBODY), Duration.ofSeconds(1));
  }
}
