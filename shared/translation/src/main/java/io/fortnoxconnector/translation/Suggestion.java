package io.fortnoxconnector.translation;

import java.util.Collection;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;

/** What a misspelt name was likely meant to be. */
final class Suggestion {
  private Suggestion() {}

  static Optional<String> nearest(String unknown, Collection<String> known) {
    int tolerated = Math.min(3, Math.max(1, unknown.length() / 3));
    return known.stream()
        .filter(name -> Math.abs(name.length() - unknown.length()) <= tolerated)
        .filter(name -> distance(unknown, name) <= tolerated)
        .min(Comparator.comparingInt(name -> distance(unknown, name)));
  }

  /** Levenshtein's: how many letters to add, drop or replace, capitals and small ones alike. */
  private static int distance(String left, String right) {
    String from = left.toLowerCase(Locale.ROOT);
    String to = right.toLowerCase(Locale.ROOT);
    int[] above = new int[to.length() + 1];
    for (int column = 0; column <= to.length(); column++) {
      above[column] = column;
    }
    for (int row = 1; row <= from.length(); row++) {
      int[] current = new int[to.length() + 1];
      current[0] = row;
      for (int column = 1; column <= to.length(); column++) {
        int replaced = above[column - 1] + (from.charAt(row - 1) == to.charAt(column - 1) ? 0 : 1);
        current[column] = Math.min(replaced, Math.min(above[column], current[column - 1]) + 1);
      }
      above = current;
    }
    return above[to.length()];
  }
}
