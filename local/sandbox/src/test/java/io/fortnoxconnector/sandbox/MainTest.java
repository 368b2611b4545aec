package io.fortnoxconnector.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class MainTest {

  @Test
  void aTakenPortIsSaidClearlyAndEndsWithOne() throws IOException, InterruptedException {
    try (var first = Sandbox.start(Sandbox.options())) {
      var port = first.apiUrl().getPort();

      var second =
          new ProcessBuilder(
                  ProcessHandle.current().info().command().orElseThrow(),
                  "-Dsandbox.port=" + port,
                  "-cp",
                  System.getProperty("java.class.path"),
                  Main.class.getName())
              .redirectErrorStream(true)
              .start();

      var said = new String(second.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      assertThat(said).contains("Port " + port + " on 127.0.0.1 is taken", "-Dsandbox.port=");
      assertThat(second.waitFor()).isEqualTo(1);
    }
  }
}
