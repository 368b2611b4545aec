package io.fortnoxconnector.fortnox;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamWriteFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.cfg.JsonNodeFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.io.ByteArrayInputStream;
import java.io.IOException;
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

  /** What the tree reader and writer stand in for. */
  private static final JsonMapper JACKSON =
      JsonMapper.builder()
          .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
          .enable(StreamWriteFeature.WRITE_BIGDECIMAL_AS_PLAIN)
          .disable(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES)
          .build();

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"a\":{\"b\":[1,[],{},[null,true,false]]},\"c\":\"\"}",
        "[0,-1,2147483647,2147483648,-9223372036854775808,9223372036854775808]",
        "[1.0,1.10,-0.0,1e3,1E-5,123456789.123456789]",
        "\"å\\u00e5\\n\\\"\\/\\ud83d\\ude00\"",
        "17",
        "null",
        " ",
        ""
      })
  void aTreeIsWhatJacksonsMapperMakesOfTheText(String text) throws JsonProcessingException {
    JsonNode ours = Json.read(text);
    assertThat(ours).isEqualTo(JACKSON.readTree(text));
    assertThat(Json.write(ours)).isEqualTo(JACKSON.writeValueAsString(ours));
  }

  @Test
  void bytesAreTheTextInUtf8() throws IOException {
    byte[] bytes = "{\"name\":\"Åkeri Öst AB\"}".getBytes(UTF_8);
    assertThat(Json.bytes(Json.read(new ByteArrayInputStream(bytes)))).isEqualTo(bytes);
  }
}
