package io.fortnoxconnector.connector;

import java.util.regex.Pattern;

/** The ids of what Fortnox keeps, which are its numbers of customers, suppliers and the like. */
public final class EntityId {

  /** Letters, digits and these; never a path's own dots. */
  private static final Pattern NUMBER =
      Pattern.compile("(?!\\.{1,2}$)[\\p{L}\\p{N}._+/\\\\$ -]{1,100}");

  private EntityId() {}

  /** Whether anything can have such an id; what nothing can have isn't looked for at Fortnox. */
  public static boolean isPossible(String text) {
    return NUMBER.matcher(text).matches();
  }
}
