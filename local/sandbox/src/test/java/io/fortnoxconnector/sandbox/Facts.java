package io.fortnoxconnector.sandbox;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/**
 * Where Fortnox's recorded answers and its OpenAPI document are: {@code ../shared/fortnox} beside
 * the repository, or where the system property {@code fortnox.facts} says. They aren't part of it.
 */
final class Facts {

  private Facts() {}

  static Optional<Path> folder() {
    var named = System.getProperty("fortnox.facts");
    var folder =
        named == null
            ? Path.of("").toAbsolutePath().getParent().getParent().resolveSibling("shared/fortnox")
            : Path.of(named);
    return Optional.of(folder).filter(Files::isDirectory);
  }
}
