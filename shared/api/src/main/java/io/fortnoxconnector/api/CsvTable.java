package io.fortnoxconnector.api;

import static io.fortnoxconnector.connector.problems.ProblemType.BODY_MALFORMED;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A table as comma-separated values (RFC 4180), also with semicolons or tabs, whichever the first
 * line has most of. Lines without any sign are left out.
 */
public record CsvTable(List<String> header, List<List<String>> rows) {

  private static final char BYTE_ORDER_MARK = '\uFEFF';

  static CsvTable of(String text) {
    var reader = new Reader(text);
    var lines = new ArrayList<List<String>>();
    for (List<String> line = reader.line(); line != null; line = reader.line()) {
      if (line.size() > 1 || !line.getFirst().isBlank()) {
        lines.add(line);
      }
    }
    if (lines.isEmpty()) {
      throw new Rejected(BODY_MALFORMED.about("The table has no line with its columns' names."));
    }
    return new CsvTable(lines.getFirst(), lines.subList(1, lines.size()));
  }

  /** One cell, quoted where it must be. */
  public static String cell(String text) {
    boolean plain = text.chars().noneMatch(c -> c == '"' || c == ',' || c == '\n' || c == '\r');
    return plain ? text : '"' + text.replace("\"", "\"\"") + '"';
  }

  private static final class Reader {
    private final String text;
    private final char separator;
    private int at;
    private int line = 1;

    Reader(String text) {
      this.text = text;
      this.at = !text.isEmpty() && text.charAt(0) == BYTE_ORDER_MARK ? 1 : 0;
      String first = text.lines().findFirst().orElse("");
      char most = ',';
      for (char candidate : new char[] {';', '\t'}) {
        if (count(first, candidate) > count(first, most)) {
          most = candidate;
        }
      }
      this.separator = most;
    }

    /** Null behind the last one. */
    @Nullable List<String> line() {
      if (at >= text.length()) {
        return null;
      }
      var cells = new ArrayList<String>();
      do {
        cells.add(at < text.length() && text.charAt(at) == '"' ? quoted() : plain());
      } while (isPassed(separator));
      if (at < text.length() && !isPassed('\r') && text.charAt(at) != '\n') {
        throw broken("A quoted cell ends before its column does");
      }
      isPassed('\n');
      line++;
      return cells;
    }

    private boolean isPassed(char sign) {
      boolean there = at < text.length() && text.charAt(at) == sign;
      at += there ? 1 : 0;
      return there;
    }

    private String plain() {
      int from = at;
      while (at < text.length()
          && "\r\n".indexOf(text.charAt(at)) < 0
          && text.charAt(at) != separator) {
        at++;
      }
      return text.substring(from, at).strip();
    }

    private String quoted() {
      var cell = new StringBuilder();
      for (at++; ; at++) {
        if (at >= text.length()) {
          throw broken("A quotation mark isn't closed");
        }
        char sign = text.charAt(at);
        boolean doubled = sign == '"' && at + 1 < text.length() && text.charAt(at + 1) == '"';
        if (sign == '"' && !doubled) {
          at++;
          return cell.toString();
        }
        cell.append(sign);
        at += doubled ? 1 : 0;
      }
    }

    private Rejected broken(String what) {
      return new Rejected(
          BODY_MALFORMED.about("The table isn't CSV: " + what + ", in its row " + line + "."));
    }

    private static long count(String text, char wanted) {
      return text.chars().filter(one -> one == wanted).count();
    }
  }
}
