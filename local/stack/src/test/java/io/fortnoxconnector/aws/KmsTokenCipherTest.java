package io.fortnoxconnector.aws;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.fortnoxconnector.connector.Randomness;
import io.fortnoxconnector.connector.contract.TokenCipherContract;
import io.fortnoxconnector.connector.tokens.Sealed;
import io.fortnoxconnector.connector.tokens.TokenCipher;
import io.fortnoxconnector.connector.tokens.TokenCipher.Purpose;
import io.fortnoxconnector.fortnox.Secret;
import io.fortnoxconnector.local.stack.backends.OverBackends;
import io.fortnoxconnector.local.stack.backends.Services;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import software.amazon.awssdk.services.kms.model.IncorrectKeyException;
import software.amazon.awssdk.services.kms.model.InvalidCiphertextException;

@OverBackends
class KmsTokenCipherTest extends TokenCipherContract {

  private static final Secret TOKEN = new Secret("a-token-in-clear");

  private final Services aws;
  private final TokenCipher cipher;
  private int calls;

  KmsTokenCipherTest(Services aws) {
    this.aws = aws;
    cipher = cipherUnder(aws.key());
  }

  private TokenCipher cipherUnder(String key) {
    return new KmsTokenCipher(
        () -> {
          calls++;
          return aws.kms();
        },
        key,
        Randomness.secure());
  }

  @Override
  protected TokenCipher cipher() {
    return cipher;
  }

  @Test
  void sealingWithAPreparedSealerAsksNobody() {
    var sealer = cipher.prepare("one");
    int before = calls;

    sealer.seal(TOKEN);

    assertThat(before).isEqualTo(1);
    assertThat(calls).isEqualTo(before);
  }

  @Test
  void everySealerHasAKeyAndANonceOfItsOwn() {
    Envelope one = Envelope.of(cipher.prepare("one").seal(TOKEN).bytes());
    Envelope two = Envelope.of(cipher.prepare("one").seal(TOKEN).bytes());

    assertThat(one.encryptedKey()).isNotEqualTo(two.encryptedKey());
    assertThat(one.nonce()).isNotEqualTo(two.nonce());
  }

  @ParameterizedTest
  @EnumSource
  void aTokenUnderAnotherKeyIsRefused(Purpose purpose) {
    Sealed foreign = cipherUnder(aws.key()).seal(TOKEN, "one", purpose);

    assertThatThrownBy(() -> cipher.open(foreign, "one", purpose))
        .isInstanceOf(IncorrectKeyException.class);
  }

  @Test
  void aChangedCiphertextIsRefused() {
    byte[] sealed = cipher.seal(TOKEN, "one", Purpose.ACCESS_TOKEN).bytes();
    sealed[sealed.length - 1] ^= 1;

    assertThatThrownBy(() -> cipher.open(Sealed.of(sealed), "one", Purpose.ACCESS_TOKEN))
        .isInstanceOf(InvalidCiphertextException.class);
  }
}
