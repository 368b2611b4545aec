package io.fortnoxconnector.fortnox;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AccessTokensTest {

  private static Secret jwt(String claims) {
    var encoder = Base64.getUrlEncoder().withoutPadding();
    return new Secret(
        encoder.encodeToString("{\"alg\":\"RS256\"}".getBytes(StandardCharsets.UTF_8))
            + "."
            + encoder.encodeToString(claims.getBytes(StandardCharsets.UTF_8))
            + ".c2ln");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "{\"tenantId\":123456};123456",
        "{\"sub\":\"åäö?>\",\"tenantId\":\"00123\"};00123",
        "{\"tenantId\":123456789012345678901};123456789012345678901"
      })
  void theCompanyIsANumberOrAText(String claims, String companyId) {
    assertThat(AccessTokens.companyId(jwt(claims))).contains(companyId);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{}",
        "{\"tenantId\":null}",
        "{\"tenantId\":\" \"}",
        "{\"tenantId\":1.5}",
        "{\"tenantId\":{}}",
        "[]",
        "7",
        "",
        "not json"
      })
  void claimsWithoutACompanyNameNone(String claims) {
    assertThat(AccessTokens.companyId(jwt(claims))).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", ".", "..", "a.b", "a.!!!.c", "a.b.c.d", "8a4e1d9c-7c1b-4e53"})
  void whatIsNoJwtNamesNone(String token) {
    assertThat(AccessTokens.companyId(new Secret(token))).isEmpty();
  }

  @Property
  void rubbishIsNotAnAccident(@ForAll String claims, @ForAll String signature) {
    assertThat(AccessTokens.companyId(new Secret("x." + claims + "." + signature))).isEmpty();
    assertThat(AccessTokens.companyId(jwt(claims))).isEmpty();
  }
}
