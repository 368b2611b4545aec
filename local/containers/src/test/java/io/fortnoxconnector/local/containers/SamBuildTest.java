package io.fortnoxconnector.local.containers;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.time.Duration;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;

/** What needs no containers yet. */
@Order(1)
final class SamBuildTest {

  private static final Duration PATIENCE = Duration.ofMinutes(2);

  @Test
  @Order(1)
  void theTemplateIsValidAndLintsClean() {
    assertThat(Sam.offline().run(PATIENCE, "validate", "--lint").out())
        .contains("is a valid SAM Template");
  }

  @Test
  @Order(2)
  void theZipsOfMavensBuildAreTakenAsBuilt() {
    Sam.offline().run(PATIENCE, "build");
    assertThat(Folders.root().resolve(".aws-sam/build/template.yaml"))
        .content()
        .contains("CodeUri: ../../functions/writer/target/writer.zip");
    assertThat(Folders.root().resolve("functions/writer/target/writer.zip"))
        .matches(Files::isRegularFile);
  }
}
