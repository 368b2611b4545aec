package io.fortnoxconnector.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class IdempotencyKeyTest {

  private static @Nullable String key(String header) {
    return IdempotencyKey.of(Requests.withHeader("idempotency-key", header));
  }

  @Test
  void aKeyIsTakenWithAndWithoutQuotationMarks() {
    assertThat(key("8e03978e-40d5-43dd-bc93-6894a57f9324"))
        .isEqualTo("8e03978e-40d5-43dd-bc93-6894a57f9324")
        .isEqualTo(key("\"8e03978e-40d5-43dd-bc93-6894a57f9324\""))
        .isEqualTo(key(" 8e03978e-40d5-43dd-bc93-6894a57f9324 "));
    assertThat(key("k".repeat(255))).hasSize(255);
  }

  @Test
  void noHeaderIsNoKey() {
    assertThat(IdempotencyKey.of(Requests.withQuery(Map.of()))).isNull();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " ", "\"\"", "\"", "a b", "a\"b", "å", "a\tb"})
  void whatIsNoKeyIsRefused(String header) {
    assertThatThrownBy(() -> key(header)).isInstanceOf(Rejected.class);
  }

  @Test
  void aKeyOfMoreThan255CharactersIsRefused() {
    assertThatThrownBy(() -> key("k".repeat(256))).isInstanceOf(Rejected.class);
  }
}
