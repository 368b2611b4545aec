package io.fortnoxconnector.local.openapi;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.fortnoxconnector.local.stack.StackOptions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;

/** Writes the documents into docs/: {@code mvn -Popenapi}. */
public final class Main {
  private Main() {}

  public static void main(String[] arguments) throws IOException {
    for (Map.Entry<Path, String> file : files().entrySet()) {
      Files.writeString(file.getKey(), file.getValue());
      System.out.println(file.getKey());
    }
  }

  /** The files, and what has to stand in them. */
  static Map<Path, String> files() {
    Path docs = StackOptions.defaults().template().resolveSibling("docs");
    ObjectNode document = ApiDescription.ofTemplate();
    Map<Path, String> files = new LinkedHashMap<>();
    files.put(docs.resolve("openapi.yaml"), text(document));
    files.put(docs.resolve("openapi-3.0.yaml"), text(Version30.of(document)));
    return files;
  }

  private static String text(ObjectNode document) {
    return "# Made by mvn -Popenapi from the field tables and the template's routes: don't change it here.\n"
        + Nodes.yaml(document);
  }
}
