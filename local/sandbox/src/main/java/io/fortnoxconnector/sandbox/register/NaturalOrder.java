package io.fortnoxconnector.sandbox.register;

import java.math.BigInteger;
import java.util.Comparator;
import java.util.regex.Pattern;

/** Leading digits by their value, the rest by its characters: 9, 10, 19DAYS, 20, AG. */
final class NaturalOrder implements Comparator<String> {

  static final NaturalOrder KEYS = new NaturalOrder();

  private static final Pattern DIGITS = Pattern.compile("\\d*");

  private NaturalOrder() {}

  @Override
  public int compare(String one, String other) {
    var ours = digits(one);
    var theirs = digits(other);
    if (ours.isEmpty() || theirs.isEmpty()) {
      return one.compareTo(other);
    }
    var byValue = new BigInteger(ours).compareTo(new BigInteger(theirs));
    return byValue != 0 ? byValue : one.compareTo(other);
  }

  private static String digits(String text) {
    var matcher = DIGITS.matcher(text);
    return matcher.lookingAt() ? matcher.group() : "";
  }
}
