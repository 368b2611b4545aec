package io.fortnoxconnector.fortnox;

import io.fortnoxconnector.fortnox.FortnoxError.Kind;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;

/** What is known of each of Fortnox's codes: the table in {@code errors.txt}, read at first use. */
final class ErrorCatalogue {

  /** Where a message holds the name or value that it is about. */
  private enum Culprit {
    NONE("$^"),
    /** {@code Felaktigt fältnamn (price)} */
    PARENTHESES("\\(([^()]+)\\)\\s*\\.?\\s*$"),
    /** {@code Kundnummer 1 används redan.} {@code Artikelnumret "X" är redan taget} */
    NUMBER("(?i)num(?:mer|ret)\\s+\"?([^\\s\"]+)"),
    /** {@code Ogiltigt land: South Korea} */
    COLON(":\\s*(.+?)\\s*$");

    private final Pattern pattern;

    Culprit(String pattern) {
      this.pattern = Pattern.compile(pattern);
    }
  }

  /** One line of the table. */
  record Entry(Kind kind, Culprit culprit, String sentence) {

    /** The sentence, with what the message says it is about. */
    String english(String message) {
      var culprits = culprit.pattern.matcher(message);
      return culprits.find() ? sentence + ": " + culprits.group(1) + "." : sentence + ".";
    }
  }

  static final Map<String, Entry> ENTRIES = read();

  private ErrorCatalogue() {}

  private static Map<String, Entry> read() {
    var entries = new HashMap<String, Entry>();
    var resource = Objects.requireNonNull(ErrorCatalogue.class.getResourceAsStream("errors.txt"));
    try (var lines = new BufferedReader(new InputStreamReader(resource, StandardCharsets.UTF_8))) {
      for (String line; (line = lines.readLine()) != null; ) {
        if (!line.isBlank() && !line.startsWith("#")) {
          var cells = line.split(" \\| ", 4);
          var culprit =
              cells[2].equals("-")
                  ? Culprit.NONE
                  : Culprit.valueOf(cells[2].toUpperCase(Locale.ROOT));
          var entry = new Entry(Kind.valueOf(cells[1]), culprit, cells[3]);
          if (entries.put(cells[0], entry) != null) {
            throw new IllegalStateException("errors.txt has " + cells[0] + " twice");
          }
        }
      }
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
    return Map.copyOf(entries);
  }
}
