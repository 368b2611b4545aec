package io.fortnoxconnector.fortnox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.node.TextNode;
import io.fortnoxconnector.fortnox.FortnoxError.Kind;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Fortnox's refusals, in the bodies that were recorded and in the shapes that are documented. */
class FortnoxErrorsTest {

  private static FortnoxError json(int status, String body) {
    return FortnoxErrors.of(status, Json.parse(body).orElseThrow());
  }

  private static FortnoxError text(int status, String body) {
    return FortnoxErrors.of(status, TextNode.valueOf(body));
  }

  private static FortnoxError usual(int status, String code, String message) {
    return json(
        status,
        "{\"ErrorInformation\":{\"error\":1,\"message\":%s,\"code\":%s}}"
            .formatted(TextNode.valueOf(message), code));
  }

  static Stream<String> codes() {
    return ErrorCatalogue.ENTRIES.keySet().stream().sorted();
  }

  @ParameterizedTest
  @MethodSource("codes")
  void everyKnownCodeHasAKindAndOneEnglishSentence(String code) {
    var error = usual(400, code, "Något gick fel.");

    assertThat(error.code()).isEqualTo(code).matches("\\d{7}");
    assertThat(error.kind()).isEqualTo(ErrorCatalogue.ENTRIES.get(code).kind());
    assertThat(error.message()).isEqualTo("Något gick fel.");
    assertThat(error.english()).matches("[A-Z][^.]+\\.").doesNotContain("|");
  }

  @Test
  void theCatalogueHasEveryCodeThatTheFactsName() throws IOException {
    var facts =
        Path.of(System.getProperty("fortnox.facts", "../../../shared/fortnox"), "fortnox.md");
    assumeTrue(Files.exists(facts), "no " + facts);

    var codes = new TreeSet<String>();
    var section = "";
    for (String line : Files.readAllLines(facts)) {
      section = line.startsWith("##") ? line : section;
      if (section.matches("### (1\\.7|3\\.[2345]) .*") && line.startsWith("|")) {
        Pattern.compile("(?<!\\d)[12]00\\d{4}(?!\\d)")
            .matcher(line)
            .results()
            .forEach(code -> codes.add(code.group()));
      }
    }
    assertThat(codes).hasSizeGreaterThan(90);
    assertThat(ErrorCatalogue.ENTRIES.keySet()).containsAll(codes);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"ErrorInformation\":{\"error\":1,\"message\":\"Kan inte hitta kunden.\",\"code\":2000433}}",
        "{\"ErrorInformation\":{\"Error\":1,\"Message\":\"Kan inte hitta kunden.\",\"Code\":2000433}}",
        "{\"ErrorInformation\":{\"Error\":1,\"Message\":\"Kan inte hitta kunden.\",\"Code\":\"2000433\"}}",
        "{\"errorinformation\":{\"ERROR\":1,\"MESSAGE\":\"Kan inte hitta kunden.\",\"CODE\":2000433}}"
      })
  void keysAreReadInAnyCaseAndTheCodeAsNumberOrText(String body) {
    assertThat(json(404, body))
        .isEqualTo(
            new FortnoxError(
                404,
                "2000433",
                "Kan inte hitta kunden.",
                Kind.NOT_FOUND,
                "Fortnox couldn't find the customer."));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "2001399; Felaktigt fältnamn (price); Fortnox doesn't know a field of this name: price.",
        "2001399; Felaktigt fältnamn; Fortnox doesn't know a field of this name.",
        "2000637; Kundnummer 1 används redan.; The customer number is taken, if only by a customer that was deleted: 1.",
        "2000013; Artikelnumret \"X\" är redan taget; The article number is taken: X.",
        "2000013; Artikelnummer \"X\" används redan.; The article number is taken: X.",
        "2000919; Ogiltigt land: South Korea; Fortnox doesn't know the country: South Korea.",
        "2000699; Värdet kan inte vara null. (unit); A value may not be null: unit.",
        "2000359; Värdet innehåller ej tillåtna tecken. (—); A value has characters that Fortnox doesn't allow: —."
      })
  void theSentenceNamesWhatTheMessageNames(String code, String message, String english) {
    assertThat(usual(400, code, message).english()).isEqualTo(english);
  }

  @ParameterizedTest
  @CsvSource({
    "400,9999999,Okänt fel.,INVALID",
    "404,9999999,Okänt fel.,NOT_FOUND",
    "409,9999999,Okänt fel.,CONFLICT",
    "403,9999999,Okänt fel.,PERMISSION_MISSING",
    "400,9999999,Saknar behörighet för leverantörsregister.,PERMISSION_MISSING",
    "400,9999999,Har inte behörighet för scope,SCOPE_MISSING",
    "400,9999999,Det finns ingen aktiv licens för önskat scope,LICENCE_MISSING",
    "400,2000436,Kan inte hitta leverantören.,NOT_FOUND"
  })
  void anUnknownCodeIsJudgedByItsStatusAndItsWords(
      int status, String code, String message, Kind kind) {
    var error = usual(status, code, message);
    assertThat(error.kind()).isEqualTo(kind);
    assertThat(error.code()).isEqualTo(code);
    assertThat(error.english()).matches("[A-Z].+\\.");
  }

  @Test
  void aMissingPermissionOfThePersonIsToldFromAMissingScope() {
    assertThat(
            json(
                    403,
                    "{\"ErrorInformation\":{\"Error\":1,\"Message\":\"Saknar behörighet för"
                        + " leverantörsregister.\",\"Code\":2003275}}")
                .kind())
        .isEqualTo(Kind.PERMISSION_MISSING);
    assertThat(usual(403, "2000663", "Har inte behörighet för scope").kind())
        .isEqualTo(Kind.SCOPE_MISSING);
  }

  @Test
  void theShapeOfFileAttachmentsIsRead() {
    var error = json(400, "{\"id\":\"x\",\"error\":\"bad_request\",\"message\":\"No such file\"}");
    assertThat(error.message()).isEqualTo("No such file");
    assertThat(error.code()).isNull();
  }

  @Test
  void theShapeOfTheWarehouseIsRead() {
    var error = json(400, "{\"code\":\"missing.rights\",\"message\":\"No access\"}");
    assertThat(error.code()).isEqualTo("missing.rights");
    assertThat(error.kind()).isEqualTo(Kind.PERMISSION_MISSING);
  }

  @Test
  void plainTextIsReadAndItsCodeFound() {
    var error = text(403, "Kan inte logga in, access-token eller client-secret saknas(2000311).");
    assertThat(error.code()).isEqualTo("2000311");
    assertThat(error.kind()).isEqualTo(Kind.LOGIN_REFUSED);
  }

  @Test
  void xmlIsReadWithoutItsMarkup() {
    var error =
        text(
            400,
            "<?xml version=\"1.0\"?><ErrorInformation><Error>1</Error><Message>Ogiltig kod</Message>"
                + "<Code>2000719</Code></ErrorInformation>");
    assertThat(error.code()).isEqualTo("2000719");
    assertThat(error.message()).isEqualTo("1 Ogiltig kod 2000719");
  }

  @Test
  void aNumberThatIsNoKnownCodeIsNotTakenForOne() {
    assertThat(text(400, "Order 1234567 12000433 20004330").code()).isNull();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"{}", "[]", "7", "null", "{\"ErrorInformation\":null}", "{\"message\":{}}"})
  void aBodyThatSaysNothingIsStillARefusal(String body) {
    var error = json(404, body);
    assertThat(error)
        .isEqualTo(new FortnoxError(404, null, "", Kind.NOT_FOUND, "Fortnox couldn't find this."));
  }

  @Test
  void aLongMessageIsCut() {
    assertThat(text(400, "x".repeat(10_000)).message()).hasSize(501).endsWith("x…");
  }
}
