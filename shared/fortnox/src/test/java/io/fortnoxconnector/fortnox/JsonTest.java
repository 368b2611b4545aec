package io.fortnoxconnector.fortnox;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.math.BigDecimal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class JsonTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"a\":10.00}",
        "[0.1,-0.01,1698.23]",
        "[12345678901234567890123.4500]",
        "[1000]"
      })
  void decimalsGoThroughUnchanged(String text) {
    assertThat(Json.write(Json.parse(text).orElseThrow())).isEqualTo(text);
  }

  @Test
  void nothingIsWrittenWithAnExponent() {
    var document = JsonNodeFactory.instance.arrayNode().add(new BigDecimal("1E+6"));
    assertThat(Json.write(document)).isEqualTo("[1000000]");
    assertThat(Json.write(Json.parse("[1e-7]").orElseThrow())).isEqualTo("[0.0000001]");
  }

  @ParameterizedTest
  @ValueSource(strings = {"{\"a\":1,\"a\":2}", "{} {}", "{}x", "{", "NaN", "{'a':1}", "// c\n{}"})
  void whatIsAmbiguousOrNotJsonIsRefused(String text) {
    assertThat(Json.parse(text)).isEmpty();
  }

  @Test
  void nestingHasALimit() {
    assertThat(Json.parse("[".repeat(101) + "]".repeat(101))).isEmpty();
    assertThat(Json.parse("[".repeat(100) + "]".repeat(100))).isPresent();
  }
}
