package io.fortnoxconnector.sandbox.register;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;

/** One more demand on a field's text. */
@FunctionalInterface
interface Check {

  Pattern EMAIL_SHAPE = Pattern.compile("[^@\\s]+@[^@\\s.]+(\\.[^@\\s.]+)+");
  Pattern NUMBER_SHAPE = Pattern.compile("[\\p{L}\\p{Nd}+/_-]*");
  Pattern ARTICLE_NUMBER_SHAPE = Pattern.compile("[\\p{L}\\p{Nd}+/._-]*");
  Pattern SWEDISH_SHAPE = Pattern.compile("(\\d{2})?\\d{6}-?\\d{4}");
  Pattern VAT_SHAPE = Pattern.compile("[A-Z]{2}[A-Z0-9+*]{2,13}");
  Set<String> COUNTRIES = Set.copyOf(Arrays.asList(Locale.getISOCountries()));

  /** Punctuation beyond Latin-1 that office programs produce. An em dash is refused (2000359). */
  String TYPOGRAPHIC = "€‚ƒ„…†‡ˆ‰‹‘’“”•–˜™›";

  Optional<Refusal> refusal(String field, String text);

  Check CHARACTERS =
      (field, text) ->
          text.codePoints().allMatch(Check::isAllowed)
              ? Optional.empty()
              : Optional.of(Refusal.badCharacters(field));

  Check EMAIL = matches(EMAIL_SHAPE, Refusal::badCharacters);

  /** "Only alpha numeric characters, with the addition of – + / and _, are allowed." */
  Check NUMBER = matches(NUMBER_SHAPE, Refusal::notAlphanumeric);

  Check ARTICLE_NUMBER = matches(ARTICLE_NUMBER_SHAPE, Refusal::badArticleNumber);

  Check VAT_NUMBER = matches(VAT_SHAPE, field -> Refusal.badVatNumber());

  Check COUNTRY =
      (field, text) ->
          COUNTRIES.contains(text) ? Optional.empty() : Optional.of(Refusal.unknownCountry(text));

  /** Documents have countries by their names. */
  Check COUNTRY_NAME =
      (field, text) ->
          Countries.isName(text) ? Optional.empty() : Optional.of(Refusal.unknownCountry(text));

  /** Swedish numbers must have a right check digit; numbers of other shapes are foreign ones. */
  Check ORGANISATION_NUMBER =
      (field, text) ->
          SWEDISH_SHAPE.matcher(text).matches() && !hasCheckDigit(text)
              ? Optional.of(Refusal.badCharacters(field))
              : Optional.empty();

  static Check matches(Pattern shape, Function<String, Refusal> refused) {
    return (field, text) ->
        shape.matcher(text).matches() ? Optional.empty() : Optional.of(refused.apply(field));
  }

  private static boolean isAllowed(int character) {
    return Character.isLetterOrDigit(character)
        || character == '\n'
        || character == '\r'
        || character == '\t'
        || (character >= 0x20 && character <= 0xff && !Character.isISOControl(character))
        || TYPOGRAPHIC.indexOf(character) >= 0
        || Character.getType(character) == Character.NON_SPACING_MARK;
  }

  private static boolean hasCheckDigit(String number) {
    var digits = number.replace("-", "");
    digits = digits.substring(digits.length() - 10);
    var sum = 0;
    for (int i = 0; i < 10; i++) {
      var value = (digits.charAt(i) - '0') * (i % 2 == 0 ? 2 : 1);
      sum += value > 9 ? value - 9 : value;
    }
    return sum % 10 == 0;
  }
}
