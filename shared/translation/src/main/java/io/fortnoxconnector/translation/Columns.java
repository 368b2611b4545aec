package io.fortnoxconnector.translation;

import com.fasterxml.jackson.databind.JsonNode;
import io.fortnoxconnector.translation.format.Bankgiro;
import io.fortnoxconnector.translation.format.Bic;
import io.fortnoxconnector.translation.format.Currencies;
import io.fortnoxconnector.translation.format.Digits;
import io.fortnoxconnector.translation.format.EmailAddress;
import io.fortnoxconnector.translation.format.FortnoxText;
import io.fortnoxconnector.translation.format.Gln;
import io.fortnoxconnector.translation.format.Iban;
import io.fortnoxconnector.translation.format.LedgerAccount;
import io.fortnoxconnector.translation.format.Plusgiro;
import io.fortnoxconnector.translation.format.SwedishOrganisationNumber;
import io.fortnoxconnector.translation.format.VatNumber;
import io.fortnoxconnector.translation.format.WebAddress;
import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** The kinds of values that Fortnox's fields hold, as tables name them. */
final class Columns {
  private static final BigDecimal LARGEST_AMOUNT = new BigDecimal("9999999999.99");
  // Recorded as the lowest stock that Fortnox keeps.
  private static final BigDecimal LARGEST_QUANTITY = new BigDecimal("100000000000000");

  private Columns() {}

  static Column text(String fortnoxField) {
    return new Column(fortnoxField, new TextCodec());
  }

  /** The number of an entity, which people may choose and which stands in its path. */
  static Column number(String fortnoxField) {
    return text(fortnoxField).checkedBy(FortnoxText::flawInNumber);
  }

  /** The number of an article, which may have a full stop in it. */
  static Column itemNumber(String fortnoxField) {
    return text(fortnoxField).checkedBy(FortnoxText::flawInItemNumber);
  }

  static Column email(String fortnoxField) {
    return formatted(fortnoxField, "email", UnaryOperator.identity(), Columns::small)
        .checkedBy(EmailAddress::flaw);
  }

  static Column mailSubject(String fortnoxField) {
    return new Column(fortnoxField, new MailSubjectCodec());
  }

  static Column website(String fortnoxField) {
    return text(fortnoxField).checkedBy(WebAddress::flaw);
  }

  static Column gln(String fortnoxField) {
    return text(fortnoxField).max(13).checkedBy(Gln::flaw);
  }

  static Column currency(String fortnoxField) {
    return formatted(fortnoxField, "iso-4217", UnaryOperator.identity(), Columns::small)
        .max(3)
        .checkedBy(Currencies::flaw);
  }

  static Column account(String fortnoxField) {
    return text(fortnoxField).max(4).checkedBy(LedgerAccount::flaw);
  }

  /** Whether it must have a Swedish check digit is for a rule to say that sees the country too. */
  static Column organisationNumber(String fortnoxField) {
    return formatted(
        fortnoxField, null, UnaryOperator.identity(), SwedishOrganisationNumber::significant);
  }

  static Column vatNumber(String fortnoxField) {
    return formatted(fortnoxField, null, UnaryOperator.identity(), VatNumber::compact)
        .checkedBy(VatNumber::flaw);
  }

  static Column iban(String fortnoxField) {
    return formatted(fortnoxField, "iban", Iban::compact, Iban::compact).checkedBy(Iban::flaw);
  }

  static Column bic(String fortnoxField) {
    return formatted(fortnoxField, "bic", Bic::compact, Bic::compact).checkedBy(Bic::flaw);
  }

  static Column bankgiro(String fortnoxField) {
    return formatted(fortnoxField, "bankgiro", UnaryOperator.identity(), Digits::of)
        .checkedBy(Bankgiro::flaw);
  }

  static Column plusgiro(String fortnoxField) {
    return formatted(fortnoxField, "plusgiro", UnaryOperator.identity(), Digits::of)
        .checkedBy(Plusgiro::flaw);
  }

  static Column bool(String fortnoxField) {
    return new Column(fortnoxField, new BooleanCodec());
  }

  static Column date(String fortnoxField) {
    return new Column(fortnoxField, new DateCodec());
  }

  static Column percentage(String fortnoxField) {
    var codec = new DecimalCodec(BigDecimal.ZERO, BigDecimal.valueOf(100), 2, false);
    return new Column(fortnoxField, codec);
  }

  /** An amount of money that Fortnox's schema has as a string. */
  static Column amountInText(String fortnoxField) {
    return new Column(fortnoxField, new DecimalCodec(BigDecimal.ZERO, LARGEST_AMOUNT, 2, true));
  }

  /** The same, negative ones among them. */
  static Column signedAmountInText(String fortnoxField) {
    return new Column(
        fortnoxField, new DecimalCodec(LARGEST_AMOUNT.negate(), LARGEST_AMOUNT, 2, true));
  }

  /** A rate that Fortnox's schema has as a string. */
  static Column rateInText(String fortnoxField) {
    return new Column(fortnoxField, new DecimalCodec(BigDecimal.ZERO, LARGEST_AMOUNT, 6, true));
  }

  /** A whole number of things, below 0 where they go back. */
  static Column count(String fortnoxField) {
    var most = BigDecimal.valueOf(Integer.MAX_VALUE);
    return new Column(fortnoxField, new DecimalCodec(most.negate(), most, 0, false));
  }

  /** A day's or another rate: above 0, with as many decimals as Fortnox keeps. */
  static Column rate(String fortnoxField) {
    return new Column(fortnoxField, new DecimalCodec(BigDecimal.ZERO, LARGEST_AMOUNT, 6, false));
  }

  /** An amount of money, in debit above and in credit below 0. */
  static Column balance(String fortnoxField) {
    return new Column(
        fortnoxField, new DecimalCodec(LARGEST_AMOUNT.negate(), LARGEST_AMOUNT, 2, false));
  }

  static Column integer(String fortnoxField, long max) {
    return new Column(
        fortnoxField, new DecimalCodec(BigDecimal.ZERO, BigDecimal.valueOf(max), 0, false));
  }

  /** Hours of housework, of which Fortnox takes 999 at most. */
  static Column hours(String fortnoxField) {
    return new Column(
        fortnoxField, new DecimalCodec(BigDecimal.ZERO, BigDecimal.valueOf(999), 2, false));
  }

  /** An id or a number of ours that Fortnox has as a JSON number. */
  static Column wholeNumber(String fortnoxField, int min, int max) {
    return new Column(fortnoxField, new WholeNumberCodec(min, max));
  }

  /** A state of two words that Fortnox has as true and false. */
  static Column flag(String fortnoxField, String whenTrue, String whenFalse) {
    return new Column(fortnoxField, new FlagCodec(whenTrue, whenFalse));
  }

  /** What follows from a Fortnox field and has none of its own. */
  static Column derived(
      String fortnoxField, String type, Function<String, Optional<JsonNode>> derivation) {
    return new Column(fortnoxField, new DerivedCodec(type, derivation)).readOnly();
  }

  /** An amount of money that Fortnox's schema has as a number, negative ones among them. */
  static Column amount(String fortnoxField) {
    return new Column(fortnoxField, decimal(LARGEST_AMOUNT, false));
  }

  /** Fortnox rounds to two decimals without a word. */
  static Column quantity(String fortnoxField) {
    return new Column(fortnoxField, decimal(LARGEST_QUANTITY, false));
  }

  /** The same where Fortnox's schema has a string. */
  static Column quantityInText(String fortnoxField) {
    return new Column(fortnoxField, decimal(LARGEST_QUANTITY, true));
  }

  /** A ledger account that Fortnox's schema has as an integer. */
  static Column accountNumber(String fortnoxField) {
    return new Column(fortnoxField, new AccountCodec());
  }

  static Column choice(String fortnoxField, String... words) {
    return new Column(fortnoxField, ChoiceCodec.of(words));
  }

  /**
   * Words that the unified model has others for.
   *
   * @param readOnly words of Fortnox's that can be seen and not written, and how they show
   * @param choices the unified model's words and Fortnox's
   */
  static Column renamedChoice(String fortnoxField, List<Word> readOnly, Word... choices) {
    return new Column(fortnoxField, new ChoiceCodec(List.of(choices), readOnly));
  }

  /**
   * Words of the unified model's for some of Fortnox's values, which another field shows all of.
   */
  static Column wellKnownWords(String fortnoxField, Word... choices) {
    var words = new ChoiceCodec(List.of(choices), List.of());
    return new Column(fortnoxField, new WellKnownCodec(words));
  }

  /** The number of another document, which Fortnox fills in. */
  static Column reference(String fortnoxField) {
    return new Column(fortnoxField, new ReferenceCodec()).readOnly();
  }

  /** The number of the document that one is to be made of. */
  static Column sourceNumber(String fortnoxField) {
    return new Column(fortnoxField, new ReferenceCodec())
        .checkedBy(FortnoxText::flawInNumber)
        .requiredOnCreate()
        .onCreateOnly();
  }

  /** A country that Fortnox keeps by its name. */
  static Column countryByName(String fortnoxField) {
    return new Column(fortnoxField, new CountryNameCodec());
  }

  /** A country's code, with the field that shows its Swedish name and can't be written. */
  static Column country(String codeField, String nameField) {
    return new Column(codeField, new CountryCodec()).orNamedBy(nameField);
  }

  private static DecimalCodec decimal(BigDecimal largest, boolean sentAsText) {
    return new DecimalCodec(largest.negate(), largest, 2, sentAsText);
  }

  private static Column formatted(
      String fortnoxField,
      @Nullable String format,
      UnaryOperator<String> sentAs,
      UnaryOperator<String> comparedAs) {
    return new Column(fortnoxField, new TextCodec(format, sentAs, comparedAs));
  }

  private static String small(String text) {
    return text.toLowerCase(Locale.ROOT);
  }
}
