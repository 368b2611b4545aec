package io.fortnoxconnector.cli;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;

/**
 * A row that is to be created.
 *
 * @param number its place in the file, the header being 1
 * @param key the same for the same content whenever it's imported, so that an import that broke off
 *     goes on without doubling anything
 */
record ImportRow(int number, ObjectNode body, String key) {

  /**
   * A row with its key.
   *
   * @param seen how often such a content came before in the file; it's counted up
   */
  static ImportRow of(int number, String resource, ObjectNode body, Map<String, Integer> seen) {
    String content = hash(resource + body);
    int place = seen.merge(content, 1, Integer::sum);
    return new ImportRow(number, body, "import-" + content + "-" + place);
  }

  private static String hash(String text) {
    try {
      byte[] digest =
          MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(digest, 0, 16);
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException(impossible);
    }
  }
}
