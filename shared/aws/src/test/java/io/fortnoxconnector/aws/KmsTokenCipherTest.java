package io.fortnoxconnector.aws;

import static org.assertj.core.api.Assertions.assertThat;

import io.fortnoxconnector.connector.contract.TokenCipherContract;
import io.fortnoxconnector.connector.tokens.TokenCipher;
import io.fortnoxconnector.connector.twins.FakeRandomness;
import io.fortnoxconnector.fortnox.Secret;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

class KmsTokenCipherTest extends TokenCipherContract {

  private final FakeKms kms = new FakeKms();
  private final TokenCipher cipher = new KmsTokenCipher(() -> kms, "key", new FakeRandomness());

  @Override
  protected TokenCipher cipher() {
    return cipher;
  }

  @Test
  void sealingWithAPreparedSealerAsksNobody() {
    var sealer = cipher.prepare("one");
    int before = kms.calls();

    sealer.seal(new Secret("token"));

    assertThat(kms.calls()).isEqualTo(before);
  }

  @Test
  void everySealerHasAKeyAndANonceOfItsOwn() {
    Envelope one = Envelope.of(cipher.prepare("one").seal(new Secret("token")).bytes());
    Envelope two = Envelope.of(cipher.prepare("one").seal(new Secret("token")).bytes());

    assertThat(Arrays.equals(one.encryptedKey(), two.encryptedKey())).isFalse();
    assertThat(Arrays.equals(one.nonce(), two.nonce())).isFalse();
  }
}
