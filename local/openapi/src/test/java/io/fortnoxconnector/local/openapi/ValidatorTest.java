package io.fortnoxconnector.local.openapi;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The documents are OpenAPI by the specification's own schemas: openapi-spec-validator. */
@Tag("api")
class ValidatorTest {

  @Test
  void theDocumentsAreValid() throws IOException, InterruptedException {
    Program validator = Program.in("validator", "openapi-spec-validator.log");
    for (Path file : Main.files().keySet()) {
      validator.run(
          Program.PYTHON.resolve("bin/openapi-spec-validator").toString(),
          file.toAbsolutePath().toString());
    }
  }
}
