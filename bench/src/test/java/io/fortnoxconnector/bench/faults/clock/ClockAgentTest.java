package io.fortnoxconnector.bench.faults.clock;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Another JVM says what time it is. */
class ClockAgentTest {

  @TempDir Path folder;

  @ParameterizedTest
  @ValueSource(longs = {120_000, -120_000})
  void theJdksClocksAreAsFarOffAsTheFileSays(long offset) throws Exception {
    Files.writeString(folder.resolve("local-1"), Long.toString(offset));

    for (String time : times()) {
      assertThat(Long.parseLong(time) - System.currentTimeMillis())
          .isCloseTo(offset, within(30_000L));
    }
  }

  @Test
  void withoutAFileTheyAreRight() throws Exception {
    for (String time : times()) {
      assertThat(Long.parseLong(time)).isCloseTo(System.currentTimeMillis(), within(30_000L));
    }
  }

  private String[] times() throws IOException, URISyntaxException, InterruptedException {
    Path classes =
        Path.of(ClockProbe.class.getProtectionDomain().getCodeSource().getLocation().toURI());
    ProcessBuilder java =
        new ProcessBuilder(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            AgentJar.option(folder),
            "-cp",
            classes.toString(),
            ClockProbe.class.getName());
    java.environment().put("AWS_LAMBDA_LOG_STREAM_NAME", "local-1");
    Process process = java.start();
    String printed = new String(process.getInputStream().readAllBytes(), UTF_8);
    assertThat(process.waitFor()).isZero();
    return printed.strip().split(" ", -1);
  }
}
