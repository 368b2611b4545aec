package io.fortnoxconnector.local.openapi;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The documents are OpenAPI by the specification's own schemas: openapi-spec-validator. */
@Tag("api")
class ValidatorTest {
  private static final Path PYTHON =
      Path.of(System.getProperty("api.python", "target/python")).toAbsolutePath();

  @Test
  void theDocumentsAreValid() throws IOException, InterruptedException {
    for (Path file : Main.files().keySet()) {
      var process =
          new ProcessBuilder(
                  PYTHON.resolve("bin/openapi-spec-validator").toString(), file.toString())
              .redirectErrorStream(true)
              .redirectOutput(Path.of("target", "openapi-spec-validator.log").toFile());
      assertThat(process.start().waitFor()).as(file.toString()).isZero();
    }
  }
}
