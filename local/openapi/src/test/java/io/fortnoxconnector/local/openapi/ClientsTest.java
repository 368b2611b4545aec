package io.fortnoxconnector.local.openapi;

import static org.assertj.core.api.Assertions.assertThat;

import io.fortnoxconnector.local.stack.StackOptions;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Clients that generators make of the documents compile, and get a customer there and back. */
@Tag("api")
class ClientsTest {
  private static final Path DOCS =
      StackOptions.defaults().template().toAbsolutePath().resolveSibling("docs");
  private static final Path JAVA = Path.of(System.getProperty("java.home"), "bin");
  private static final String TOLD =
      "{\"companyName\":\"Åkeri Öst AB\",\"email\":\"info@example.com\",\"listed\":true,"
          + "\"refused\":\"field-required\"}";

  private static LiveApi live;

  @BeforeAll
  static void start() {
    live = LiveApi.start();
  }

  @AfterAll
  static void stop() {
    live.close();
  }

  private static Map<String, String> keys() {
    return Map.of(
        "BASE", live.url().toString(),
        "API_KEY", live.vendor().apiKey(),
        "ACCOUNT_KEY", live.company().accountKey());
  }

  /** openapi-typescript makes the types, openapi-fetch calls by them. */
  @Test
  void aTypeScriptClient() throws IOException, InterruptedException {
    Program npm = Program.in("typescript", "npm.log");
    npm.copy(Path.of("src/test/typescript"));
    Files.copy(
        DOCS.resolve("openapi.yaml"),
        npm.folder().resolve("openapi.yaml"),
        StandardCopyOption.REPLACE_EXISTING);

    npm.run("npm", "ci", "--no-audit", "--no-fund");
    npm.run("npm", "run", "--silent", "generate");
    npm.run("npm", "run", "--silent", "compile");

    assertThat(npm.with(keys()).run("npm", "run", "--silent", "start").strip()).isEqualTo(TOLD);
  }

  /** OpenAPI Generator makes the client, of the older form; it's for Java's own HTTP client. */
  @Test
  void aJavaClient() throws IOException, InterruptedException {
    Program java = Program.in("java-client", "java.log");
    java.run(
        JAVA.resolve("java").toString(),
        "-jar",
        Path.of("target/tools/openapi-generator-cli.jar").toAbsolutePath().toString(),
        "generate",
        "--generator-name=java",
        "--library=native",
        "--input-spec=" + DOCS.resolve("openapi-3.0.yaml"),
        "--output=" + java.folder().resolve("generated"),
        "--global-property=models,apis,supportingFiles,modelTests=false,apiTests=false,modelDocs=false,apiDocs=false,skipFormModel=false",
        "--additional-properties=invokerPackage=client,apiPackage=client.api,modelPackage=client.model,openApiNullable=false,useJakartaEe=true");
    String path = System.getProperty("java.class.path");
    Path classes = Files.createDirectories(java.folder().resolve("classes"));
    Path sources = java.folder().resolve("sources.txt");
    try (Stream<Path> files = Files.walk(java.folder().resolve("generated/src/main/java"))) {
      Files.write(
          sources,
          Stream.concat(
                  files.filter(file -> file.toString().endsWith(".java")),
                  Stream.of(Path.of("src/test/java-client/RoundTrip.java").toAbsolutePath()))
              .map(Path::toString)
              .toList());
    }
    java.run(
        JAVA.resolve("javac").toString(),
        "-nowarn",
        "-proc:none",
        "-d",
        classes.toString(),
        "-cp",
        path,
        "@" + sources);

    String told =
        java.with(keys())
            .run(
                JAVA.resolve("java").toString(),
                "-cp",
                classes + File.pathSeparator + path,
                "RoundTrip");

    assertThat(told.strip()).isEqualTo(TOLD);
  }
}
