package io.fortnoxconnector.translation.format;

import java.text.Normalizer;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The characters that Fortnox takes in texts; others are refused with 2000359.
 *
 * <p>The list is Fortnox's, under <a
 * href="https://www.fortnox.se/developer/guides-and-good-to-know/formats-and-encoding">Formats and
 * encoding</a>. The straight apostrophe is added to it: the published list has it twice as a curly
 * one, once with a backslash that only a straight one needs.
 */
public final class FortnoxText {
  private static final String ALLOWED =
      "\\p{L}\\u0308\\u030a0-9 \\u2013:.`\u00b4\u2019',;\\\\^\u00a4#%\u00a7\u00a3$\u20ac\u00a2"
          + "\u00a5\u00a9\u2122\u00b0&/()=+*_!?\u00b2\u00b3\u00ae\u00bd@\\u00a0\\n\\r-";
  private static final Pattern NOT_ALLOWED = Pattern.compile("[^" + ALLOWED + "]");
  private static final Pattern NUMBER = Pattern.compile("[\\p{L}0-9+/_-]+");
  private static final Pattern ITEM_NUMBER =
      // Not a path's own dots.
      Pattern.compile("(?!\\.{1,2}$)[\\p{L}0-9+/._-]+");

  private FortnoxText() {}

  /** The text as it's sent: letters in one piece with their accents, nothing blank around it. */
  public static String normalized(String text) {
    // Nothing before the first combining mark can be put together any further, and loading the
    // tables for what comes after takes a new process longer than the rest of a request's checks.
    boolean plain = text.chars().allMatch(character -> character < 0x300);
    return (plain ? text : Normalizer.normalize(text, Normalizer.Form.NFC)).strip();
  }

  /** The first character that Fortnox wouldn't take, if there is one. */
  public static Optional<String> flaw(String text) {
    var found = NOT_ALLOWED.matcher(text);
    if (!found.find()) {
      return Optional.empty();
    }
    int character = text.codePointAt(found.start());
    String name = Character.getName(character);
    return Optional.of(
        "holds a character that Fortnox doesn't take: U+%04X%s"
            .formatted(character, name == null ? "" : ", " + name));
  }

  /** What keeps a text from being the number of a customer, a supplier or the like. */
  public static Optional<String> flawInNumber(String number) {
    return NUMBER.matcher(number).matches()
        ? Optional.empty()
        : Optional.of("may have letters, digits and + - / _ only");
  }

  /** What keeps a text from being the number of an article. */
  public static Optional<String> flawInItemNumber(String number) {
    return ITEM_NUMBER.matcher(number).matches()
        ? Optional.empty()
        : Optional.of("may have letters, digits and + - / . _ only, and more than dots");
  }
}
