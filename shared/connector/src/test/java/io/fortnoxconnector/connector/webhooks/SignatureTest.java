package io.fortnoxconnector.connector.webhooks;

import static org.assertj.core.api.Assertions.assertThat;

import io.fortnoxconnector.connector.twins.FakeRandomness;
import io.fortnoxconnector.fortnox.Secret;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.Test;

class SignatureTest {

  private static final Secret SECRET = new Secret("whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw");

  /** Of the libraries' own tests (standard-webhooks, libraries/python/tests/test_webhooks.py). */
  @Test
  void itSignsAsTheStandardsLibrariesDo() {
    String signature =
        Signature.of(
            List.of(SECRET),
            "msg_p5jXN8AQM9LWM0D4loKWxJek",
            Instant.ofEpochSecond(1_614_265_330),
            "{\"test\": 2432232314}".getBytes(StandardCharsets.UTF_8));

    assertThat(signature).isEqualTo("v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=");
  }

  @Test
  void severalSecretsGiveSeveralSignaturesTheNewestFirst() {
    Secret other = Signature.mint(new FakeRandomness());
    byte[] body = {1};
    Instant now = Instant.ofEpochSecond(1);

    assertThat(Signature.of(List.of(other, SECRET), "id", now, body))
        .isEqualTo(
            Signature.of(List.of(other), "id", now, body)
                + " "
                + Signature.of(List.of(SECRET), "id", now, body));
  }

  @Test
  void aSecretHasThirtyTwoRandomBytesBehindItsPrefix() {
    Secret secret = Signature.mint(new FakeRandomness());

    assertThat(secret.reveal()).startsWith("whsec_");
    assertThat(Base64.getDecoder().decode(secret.reveal().substring(6))).hasSize(32);
    assertThat(secret).hasToString("***");
  }
}
