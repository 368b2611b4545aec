package io.fortnoxconnector.translation;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.NullNode;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The Fortnox side of a field.
 *
 * @param place where it stands
 * @param nameBeside a country's field that holds its name, for when the code is missing
 * @param max the most characters; null for no limit
 */
record Column(
    FortnoxPath place,
    @Nullable FortnoxPath nameBeside,
    Codec codec,
    @Nullable Integer max,
    List<Check> checks,
    Access access,
    boolean required,
    boolean clearable) {

  /** Who may give the field a value. */
  enum Access {
    WRITABLE,
    /** Fortnox takes it on create, and after that it stays. */
    CREATE_ONLY,
    READ_ONLY
  }

  Column(String fortnoxField, Codec codec) {
    this(FortnoxPath.of(fortnoxField), null, codec, null, List.of(), Access.WRITABLE, false, true);
  }

  /** For a field that no table knows more about. */
  static Column text(FortnoxPath place) {
    return new Column(place, null, new TextCodec(), null, List.of(), Access.WRITABLE, false, true);
  }

  Column max(int characters) {
    return new Column(place, nameBeside, codec, characters, checks, access, required, clearable);
  }

  Column checkedBy(Check check) {
    List<Check> all = Stream.concat(checks.stream(), Stream.of(check)).toList();
    return new Column(place, nameBeside, codec, max, all, access, required, clearable);
  }

  Column orNamedBy(String fortnoxField) {
    return new Column(
        place, FortnoxPath.of(fortnoxField), codec, max, checks, access, required, clearable);
  }

  /** A create without it is refused; it can't be cleared. */
  Column requiredOnCreate() {
    return new Column(place, nameBeside, codec, max, checks, access, true, false);
  }

  /** Fortnox has a value of its own for it and no way back to none. */
  Column neverEmpty() {
    return new Column(place, nameBeside, codec, max, checks, access, required, false);
  }

  /** In rows of documents: null empties it. */
  Column clearedByNull() {
    return new Column(
        place, nameBeside, new ClearedByNullCodec(codec), max, checks, access, required, true);
  }

  Column onCreateOnly() {
    return new Column(place, nameBeside, codec, max, checks, Access.CREATE_ONLY, required, false);
  }

  Column readOnly() {
    return new Column(place, nameBeside, codec, max, checks, Access.READ_ONLY, required, false);
  }

  boolean takes(WriteMode mode) {
    return switch (access) {
      case WRITABLE -> true;
      case CREATE_ONLY -> mode == WriteMode.CREATE;
      case READ_ONLY -> false;
    };
  }

  Stream<FortnoxPath> places() {
    return nameBeside == null ? Stream.of(place) : Stream.of(place, nameBeside);
  }

  /** The unified value, or null where there's none or none that may be shown. */
  JsonNode read(Reading from, String pointer) {
    JsonNode held = heldIn(from.entity());
    if (Fortnox.isHidden(held)) {
      from.warnings().add(Warnings.noRight(pointer));
      return NullNode.getInstance();
    }
    if (Fortnox.isNothing(held)) {
      return NullNode.getInstance();
    }
    Optional<JsonNode> value = codec.decode(held);
    if (value.isEmpty()) {
      from.warnings().add(Warnings.valueUnknown(pointer, held));
    }
    return value.orElseGet(NullNode::getInstance);
  }

  Encoded encode(JsonNode unified) {
    Encoded encoded = codec.encode(unified);
    if (!(encoded instanceof Encoded.Value(JsonNode value)) || !value.isTextual()) {
      return encoded;
    }
    String text = value.asText();
    int length = text.codePointCount(0, text.length());
    if (max != null && length > max) {
      return new Encoded.Flawed("has " + length + " characters; " + max + " are the most");
    }
    return checks.stream()
        .flatMap(check -> check.flaw(text).stream())
        .findFirst()
        .<Encoded>map(Encoded.Flawed::new)
        .orElse(encoded);
  }

  /** Whether an entity holds what was sent, however Fortnox writes it. */
  boolean holds(JsonNode entity, JsonNode sent) {
    JsonNode held = heldIn(entity);
    if (codec.isNothing(sent) || codec.isNothing(held)) {
      return codec.isNothing(sent) && codec.isNothing(held);
    }
    return codec.holds(held, sent);
  }

  private JsonNode heldIn(JsonNode entity) {
    JsonNode held = place.in(entity);
    return Fortnox.isNothing(held) && nameBeside != null ? nameBeside.in(entity) : held;
  }
}
