package io.fortnoxconnector.sandbox.http;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class FortnoxJsonTest {

  @Test
  void slashesAndWhatIsBeyondAsciiAreEscapedAsInFortnoxsAnswers() {
    var written = FortnoxJson.write(FortnoxJson.object().put("@url", "a/ö\uD83D\uDE00\"\n"));

    assertThat(written).isEqualTo("{\"@url\":\"a\\/\\u00f6\\ud83d\\ude00\\\"\\n\"}");
  }

  @Test
  void whatIsNotJsonReadsAsNothing() {
    assertThat(FortnoxJson.read("{")).isEmpty();
    assertThat(FortnoxJson.read("")).isEmpty();
    assertThat(FortnoxJson.read("{} {}")).isEmpty();
    assertThat(FortnoxJson.read("{}")).isPresent();
  }
}
