package io.fortnoxconnector.sandbox.register;

import io.fortnoxconnector.sandbox.http.Answer;
import io.fortnoxconnector.sandbox.http.FortnoxJson;
import java.util.Locale;

/**
 * What Fortnox answers instead of doing something. A body for 404 and for missing permission has
 * its keys in Pascal case, any other in lower case.
 *
 * @param message Swedish, as Fortnox writes it
 */
public record Refusal(int status, int code, String message, boolean pascalCase) {

  /** Stands where Fortnox's own code has been seen nowhere. */
  static final int CODE_NOT_KNOWN = 2000000;

  static Refusal notFound(int code, String message) {
    return new Refusal(404, code, message, true);
  }

  static Refusal invalid(int code, String message) {
    return new Refusal(400, code, message, false);
  }

  // Recorded.

  static Refusal unknownField(String name) {
    return invalid(2001399, "Felaktigt fältnamn (" + name + ")");
  }

  static Refusal noData() {
    return invalid(2001392, "Ingen eller felaktig typ av data.");
  }

  static Refusal wrongStructure() {
    return invalid(2002649, "Felaktig datastruktur.");
  }

  static Refusal noIdentifier() {
    return invalid(2000729, "A valid identifier was not provided.");
  }

  static Refusal unknownFilter() {
    return invalid(2000587, "Ett ogiltigt filter har använts.");
  }

  static Refusal unknownCountry(String code) {
    return invalid(2000919, "Ogiltigt land: " + code);
  }

  // Documented.

  public static Refusal scopeMissing() {
    return new Refusal(403, 2000663, "Har inte behörighet för scope", false);
  }

  public static Refusal licenceMissing() {
    return new Refusal(403, 2001101, "Det finns ingen aktiv licens för önskat scope", false);
  }

  public static Refusal apiLicenceMissing() {
    return new Refusal(403, 2001103, "Api-licens saknas.", false);
  }

  public static Refusal permissionMissing(String register) {
    return new Refusal(403, 2003275, "Saknar behörighet för " + register + ".", true);
  }

  static Refusal badParameter() {
    return invalid(2000588, "Ogiltig parameter i anropet.");
  }

  static Refusal notJson() {
    return invalid(2002115, "Error deserializing JSON: JSON_ERROR_SYNTAX");
  }

  static Refusal badAccept() {
    return invalid(1000030, "Invalid response type");
  }

  static Refusal badContentType() {
    return invalid(1000031, "Invalid content type");
  }

  static Refusal notAlphanumeric(String field) {
    return invalid(2000106, "Värdet måste vara alfanumeriskt" + about(field));
  }

  static Refusal notNumeric(String field) {
    return invalid(2000108, "Värdet måste vara numeriskt" + about(field));
  }

  static Refusal notBoolean(String field) {
    return invalid(2000134, "Värdet måste vara en boolean" + about(field));
  }

  static Refusal badCharacters(String field) {
    return invalid(2000359, "Värdet innehåller ej tillåtna tecken." + about(field));
  }

  static Refusal valueMissing(String field) {
    return invalid(2000699, "Värdet kan inte vara null." + about(field));
  }

  static Refusal badVatNumber() {
    return invalid(2004194, "Ogiltigt VAT-nummer.");
  }

  // The code is known from integrators, the words are not.

  static Refusal periodLocked(String until) {
    return invalid(2000401, "Perioden är låst t.o.m. " + until + ".");
  }

  static Refusal supplierInvoiceUnbalanced() {
    return invalid(2000755, "Leverantörsfakturan balanserar inte.");
  }

  static Refusal accountInactive(String account) {
    return invalid(2000550, "Konto " + account + " är inte aktivt.");
  }

  // Neither is known.

  static Refusal noSuchFile() {
    return notFound(2000763, "Kan inte hitta filen eller mappen.");
  }

  static Refusal noFile() {
    return invalid(2000761, "Ingen fil bifogad.");
  }

  static Refusal fileTypeRefused(String extension) {
    return invalid(2000766, "Filtypen är inte tillåten: " + extension);
  }

  static Refusal fileTooLarge() {
    return invalid(2000765, "Filen är för stor.");
  }

  static Refusal unbalanced() {
    return invalid(2000998, "Verifikationen balanserar inte.");
  }

  static Refusal wrongYear() {
    return invalid(2000997, "Datumet ligger utanför räkenskapsåret.");
  }

  // The code is known from integrators, the words are not.

  static Refusal tooLong(String field) {
    return invalid(2000107, "Värdet är för långt." + about(field));
  }

  static Refusal rowsMissing(String field) {
    return valueMissing(field);
  }

  static Refusal noSuchRow() {
    return invalid(2000729, "A valid identifier was not provided.");
  }

  static Refusal locked() {
    return invalid(2001243, "Dokumentet är låst och kan inte ändras.");
  }

  static Refusal alreadyPaid() {
    return invalid(2003055, "Fakturan är redan slutbetald.");
  }

  static Refusal orderedAlready() {
    return invalid(2000499, "Det finns redan en skapad order.");
  }

  static Refusal badArticleNumber(String field) {
    return invalid(2000166, "Artikelnumret innehåller ogiltiga tecken." + about(field));
  }

  static Refusal readOnly(String field) {
    return invalid(2000321, "Fältet kan inte ändras." + about(field));
  }

  static Refusal noSuchPage() {
    return invalid(2001889, "Sidan finns inte.");
  }

  public static Refusal noSuchRoute() {
    return notFound(2000764, "Resursen finns inte.");
  }

  /** The same trouble where the missing thing was only referred to. */
  Refusal asInvalid() {
    return invalid(code, message);
  }

  public Answer answer() {
    var error = FortnoxJson.object();
    error.put(pascalCase ? "Error" : "error", 1);
    error.put(pascalCase ? "Message" : "message", message);
    error.put(pascalCase ? "Code" : "code", code);
    return Answer.json(status, FortnoxJson.object().set("ErrorInformation", error));
  }

  private static String about(String field) {
    return " (" + field.toLowerCase(Locale.ROOT) + ")";
  }
}
