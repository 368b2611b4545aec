package io.fortnoxconnector.translation.format;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.NumericChars;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FormatTest {

  @ParameterizedTest
  @ValueSource(
      strings = {"556036-0793", "5560360793", "165560360793", "19121212-1212", "121212+1212"})
  void organisationAndPersonalNumbersPassHoweverTheyAreWritten(String number) {
    assertThat(SwedishOrganisationNumber.flaw(number)).isEmpty();
  }

  @Test
  void aWrongCheckDigitIsToldTheRightOne() {
    assertThat(SwedishOrganisationNumber.flaw("556036-0794"))
        .contains("fails its check digit; 556036-0793 would pass");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "556036-079", "556036 0793", "995560360793", "55-60360793", "HRB 1"})
  void whatIsNoOrganisationNumberIsRefused(String number) {
    assertThat(SwedishOrganisationNumber.flaw(number)).isPresent();
  }

  @Test
  void oneNumberInTwoFormsIsTheSameAndForeignOnesStayAsTheyAre() {
    assertThat(SwedishOrganisationNumber.significant("16556036-0793"))
        .isEqualTo(SwedishOrganisationNumber.significant("5560360793"));
    assertThat(SwedishOrganisationNumber.significant("HRB 12")).isEqualTo("HRB 12");
  }

  @Property
  void theCorrectedNumberAlwaysPasses(
      @ForAll @NumericChars @StringLength(value = 10) String digits) {
    String corrected = Luhn.corrected(digits, digits);
    assertThat(Luhn.passes(corrected)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(strings = {"5050-1055", "50501055", "991-2346"})
  void bankgiroNumbersPass(String number) {
    assertThat(Bankgiro.flaw(number)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"5050-1056", "123", "5050 1055", "505-01055"})
  void otherNumbersAreNoBankgiro(String number) {
    assertThat(Bankgiro.flaw(number)).isPresent();
  }

  @ParameterizedTest
  @ValueSource(strings = {"28 65 43-4", "286543-4", "2865434", "90 20 03-3"})
  void plusgiroNumbersPass(String number) {
    assertThat(Plusgiro.flaw(number)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"28 65 43-5", "1", "123456789", "4-1-2"})
  void otherNumbersAreNoPlusgiro(String number) {
    assertThat(Plusgiro.flaw(number)).isPresent();
  }

  @Test
  void aLocationNumberHasThirteenDigitsAndACheckDigit() {
    assertThat(Gln.flaw("7300009049981")).isEmpty();
    assertThat(Gln.flaw("7300009049980"))
        .contains("fails its check digit; 7300009049981 would pass");
    assertThat(Gln.flaw("730000904998")).isPresent();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "SE45 5000 0000 0583 9825 7466",
        "SE4550000000058398257466",
        "de89370400440532013000"
      })
  void ibansPass(String iban) {
    assertThat(Iban.flaw(iban)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"SE45 5000 0000 0583 9825 7467", "SE45", "4550000000058398257466"})
  void otherTextsAreNoIban(String iban) {
    assertThat(Iban.flaw(iban)).isPresent();
  }

  @Test
  void aBicHasEightOrElevenCharacters() {
    assertThat(Bic.flaw("SWEDSESS")).isEmpty();
    assertThat(Bic.flaw("essesessxxx")).isEmpty();
    assertThat(Bic.flaw("SWEDSES")).isPresent();
  }

  @Test
  void onlySwedishVatNumbersAreChecked() {
    assertThat(VatNumber.flaw("SE556036079301")).isEmpty();
    assertThat(VatNumber.flaw("SE 556036-0793 01")).isEmpty();
    assertThat(VatNumber.flaw("SE556036079401")).isPresent();
    assertThat(VatNumber.flaw("SE5560360793")).isPresent();
    assertThat(VatNumber.flaw("DE123456789")).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"a@b.se", "anna.svensson+faktura@sub.example.com", "åsa@örebro.se", "o'neil@x.ie"})
  void emailAddressesPass(String address) {
    assertThat(EmailAddress.flaw(address)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "a",
        "a@b",
        "@b.se",
        "a@b.se, c@d.se",
        "Anna <a@b.se>",
        "a b@c.se",
        "a..b@c.se",
        "a@b..se"
      })
  void otherTextsAreNoEmailAddress(String address) {
    assertThat(EmailAddress.flaw(address)).isPresent();
  }

  @Test
  void aWebAddressMayLackItsScheme() {
    assertThat(WebAddress.flaw("www.example.se")).isEmpty();
    assertThat(WebAddress.flaw("https://example.se:8443/a?b=c#d")).isEmpty();
    assertThat(WebAddress.flaw("ftp://example.se")).isPresent();
    assertThat(WebAddress.flaw("see our site")).isPresent();
  }

  @Test
  void codesOfCountriesAndCurrenciesAreTheStandardsOnes() {
    assertThat(Countries.flaw("SE")).isEmpty();
    assertThat(Countries.flaw("se")).get().asString().endsWith("; SE would pass");
    assertThat(Countries.flaw("Sverige")).get().asString().endsWith("; SE would pass");
    assertThat(Countries.flaw("ZZ")).isPresent();
    assertThat(Countries.named(" norge ")).contains("NO");
    assertThat(Currencies.flaw("SEK")).isEmpty();
    assertThat(Currencies.flaw("sek")).get().asString().endsWith("; SEK would pass");
    assertThat(Currencies.flaw("KRONOR")).isPresent();
  }

  @Test
  void textsMayHaveTheCharactersThatFortnoxDocuments() {
    assertThat(FortnoxText.flaw("Åkeri Öst & Søn AB (vilande) – é ü ß, 50% §1 ½ \\ o'Neil 中"))
        .isEmpty();
    assertThat(FortnoxText.flaw("two\nlines")).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"a — b", "a\tb", "a\u0000b", "<b>", "a \"b\"", "a|b", "😀"})
  void otherCharactersAreNamed(String text) {
    assertThat(FortnoxText.flaw(text)).get().asString().contains("U+");
  }

  @Test
  void lettersAreSentInOnePieceWithTheirAccents() {
    assertThat(FortnoxText.normalized(" Cafe\u0301 ")).isEqualTo("Café");
  }
}
