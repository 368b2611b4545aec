package io.fortnoxconnector.sandbox.register;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.NullNode;
import io.fortnoxconnector.sandbox.http.FortnoxJson;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One line of a register's table. Made once, by the chain of words that describes it. */
final class Field {

  private static final int ENDLESS = Integer.MAX_VALUE;

  final String name;
  final Kind kind;
  final List<Field> parts;
  final List<Check> checks = new ArrayList<>();
  final List<String> choices = new ArrayList<>();
  int longest = ENDLESS;
  int shortest;
  boolean required;
  boolean readOnly;
  JsonNode whenUnset = NullNode.getInstance();
  @Nullable JsonNode initially;
  @Nullable String refersTo;
  @Nullable String listedAs;
  boolean textAlways;
  boolean textInLists;
  boolean zeroUnsetInLists;
  boolean nullEmpties;
  boolean nullIsWrong;
  int decimals = Integer.MAX_VALUE;
  @Nullable Refusal notAChoice;

  private Field(String name, Kind kind, List<Field> parts) {
    this.name = name;
    this.kind = kind;
    this.parts = List.copyOf(parts);
  }

  static Field text(String name) {
    return new Field(name, Kind.TEXT, List.of()).check(Check.CHARACTERS);
  }

  static Field text(String name, int longest) {
    return text(name).upTo(longest);
  }

  static Field decimal(String name) {
    return new Field(name, Kind.DECIMAL, List.of());
  }

  static Field integer(String name) {
    return new Field(name, Kind.INTEGER, List.of());
  }

  static Field bool(String name) {
    return new Field(name, Kind.BOOLEAN, List.of());
  }

  static Field date(String name) {
    return new Field(name, Kind.DATE, List.of());
  }

  static Field choice(String name, String... choices) {
    var field = text(name);
    field.choices.addAll(List.of(choices));
    return field;
  }

  static Field email(String name) {
    return text(name, 1024).check(Check.EMAIL);
  }

  /** Two letters, and the country's Swedish name in a read-only field of its own. */
  static Field country(String name) {
    return text(name).exactly(2).check(Check.COUNTRY);
  }

  /** Four digits; sent as text or number, kept as a number (seen: {@code "3001"} becomes 3001). */
  static Field accountNumber(String name) {
    return integer(name).exactly(4);
  }

  /** The number of an account that the chart has. */
  static Field account(String name) {
    return accountNumber(name).refersTo("accounts");
  }

  /** The key of most small registers. */
  static Field code(int longest) {
    return text("Code", longest).required().listed();
  }

  static Field object(String name, Field... parts) {
    return new Field(name, Kind.OBJECT, List.of(parts));
  }

  /** The rows of a document or a voucher. */
  static Field rows(String name, Field... parts) {
    return new Field(name, Kind.ROWS, List.of(parts));
  }

  Field upTo(int characters) {
    longest = characters;
    return this;
  }

  Field exactly(int characters) {
    shortest = characters;
    longest = characters;
    return this;
  }

  Field check(Check check) {
    checks.add(check);
    return this;
  }

  Field required() {
    required = true;
    return this;
  }

  Field readOnly() {
    readOnly = true;
    return this;
  }

  /** Reads as {@code ""} and not as null while nothing is in it. */
  Field emptyWhenUnset() {
    whenUnset = FortnoxJson.valueOf("");
    return this;
  }

  Field initially(Object value) {
    initially = FortnoxJson.valueOf(value);
    return this;
  }

  /** Must be the key of a row of that register. */
  Field refersTo(String register) {
    refersTo = register;
    return this;
  }

  Field listed() {
    return listedAs(name);
  }

  Field listedAs(String other) {
    listedAs = other;
    return this;
  }

  /** A number that reads as a text (seen of rows' quantities). */
  Field asText() {
    textAlways = true;
    return this;
  }

  /** Numbers that a list shows as text, whatever the single record does (seen of articles). */
  Field listedAsText() {
    textInLists = true;
    return listed();
  }

  /** Reads as null in lists while it's 0 (seen of articles' VAT). */
  Field hiddenInListsAsZero() {
    zeroUnsetInLists = true;
    return this;
  }

  /** A null empties it, as in rows of documents; elsewhere it changes nothing. */
  Field emptiedByNull() {
    nullEmpties = true;
    return this;
  }

  /** A null is an error (seen of a row's Unit). */
  Field neverNull() {
    nullIsWrong = true;
    return this;
  }

  /** More decimals are rounded, half up, without a word (seen: 1.125 becomes 1.13). */
  Field roundedTo(int most) {
    decimals = most;
    return this;
  }

  Field otherwise(Refusal refusal) {
    notAChoice = refusal;
    return this;
  }
}
