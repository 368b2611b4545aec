package io.fortnoxconnector.local.containers;

import java.nio.file.Path;
import java.util.Objects;

/** Where the build put things. */
final class Folders {

  private Folders() {}

  /** The project's root, with template.yaml and events. */
  static Path root() {
    return property("containers.root");
  }

  /** A program of one of the Python environments that the build makes. */
  static Path tool(String environment, String program) {
    return property("containers.tools").resolve(environment).resolve("bin").resolve(program);
  }

  /** For logs and files that are made for a tool. */
  static Path work() {
    return property("containers.work");
  }

  private static Path property(String name) {
    return Path.of(Objects.requireNonNull(System.getProperty(name), name + " is set by pom.xml"));
  }
}
