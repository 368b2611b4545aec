package io.fortnoxconnector.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

class HttpRequestTest {

  private static final Map<String, String> NO_HEADERS = Map.of();

  @Test
  void aBodyThatIsPutInIsNotBase64WhateverTheOldOneWas() {
    HttpRequest request = Requests.withBody("", true, NO_HEADERS).withSomeBody();

    assertThat(request.body()).isEqualTo("{}");
    assertThat(request.bodyIsBase64()).isFalse();
  }

  @Test
  void aBodyThatIsKeptIsAsItWas() {
    HttpRequest request =
        Requests.withBody("e30=", true, NO_HEADERS).withHeader("prefer", "wait=1");

    assertThat(request.body()).isEqualTo("e30=");
    assertThat(request.bodyIsBase64()).isTrue();
  }
}
