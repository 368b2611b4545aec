package io.fortnoxconnector.connector.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.fortnoxconnector.connector.tokens.TokenCipher;
import io.fortnoxconnector.connector.tokens.TokenCipher.Purpose;
import io.fortnoxconnector.fortnox.Secret;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

/** What a cipher for tokens must do. */
public abstract class TokenCipherContract {

  private static final Secret TOKEN = new Secret("a-token-in-clear");

  protected abstract TokenCipher cipher();

  @Test
  void aTokenOpensForItsConnectionAndPurposeOnly() {
    var sealed = cipher().seal(TOKEN, "one", Purpose.REFRESH_TOKEN);

    assertThat(cipher().open(sealed, "one", Purpose.REFRESH_TOKEN)).isEqualTo(TOKEN);
    assertThatThrownBy(() -> cipher().open(sealed, "two", Purpose.REFRESH_TOKEN))
        .isInstanceOf(RuntimeException.class);
    assertThatThrownBy(() -> cipher().open(sealed, "one", Purpose.ACCESS_TOKEN))
        .isInstanceOf(RuntimeException.class);
  }

  @Test
  void aPreparedSealerSealsARefreshTokenOfItsConnection() {
    var sealed = cipher().prepare("one").seal(TOKEN);

    assertThat(cipher().open(sealed, "one", Purpose.REFRESH_TOKEN)).isEqualTo(TOKEN);
    assertThatThrownBy(() -> cipher().open(sealed, "two", Purpose.REFRESH_TOKEN))
        .isInstanceOf(RuntimeException.class);
    assertThatThrownBy(() -> cipher().open(sealed, "one", Purpose.ACCESS_TOKEN))
        .isInstanceOf(RuntimeException.class);
  }

  @Test
  void aRefreshTokenMayBeLongerThanKmsEncryptsDirectly() {
    Secret longer = new Secret("x".repeat(5000));

    var sealed = cipher().seal(longer, "one", Purpose.REFRESH_TOKEN);

    assertThat(cipher().open(sealed, "one", Purpose.REFRESH_TOKEN)).isEqualTo(longer);
  }

  @Test
  void aSealedTokenShowsNothing() {
    var sealed = cipher().seal(TOKEN, "one", Purpose.ACCESS_TOKEN);

    assertThat(sealed.toString()).doesNotContain(TOKEN.reveal(), sealed.base64());
    assertThat(new String(sealed.bytes(), StandardCharsets.ISO_8859_1))
        .doesNotContain(TOKEN.reveal());
  }

  @Test
  void anAccessTokenOfMoreThan4096BytesIsRefusedWithoutBeingShown() {
    cipher().seal(new Secret("x".repeat(4096)), "one", Purpose.ACCESS_TOKEN);

    assertThatThrownBy(
            () -> cipher().seal(new Secret("x".repeat(4097)), "one", Purpose.ACCESS_TOKEN))
        .isInstanceOf(IllegalArgumentException.class)
        .message()
        .doesNotContain("xxx");
  }
}
