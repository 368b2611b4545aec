package io.fortnoxconnector.sandbox.register;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.DecimalNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Brings what a client sent into a record, by the register's table, or says what is wrong. */
final class Writer {

  private static final String BLANK = "API_BLANK";

  private final Register register;
  private final Books books;

  Writer(Register register, Books books) {
    this.register = register;
    this.books = books;
  }

  /** Defaults for what is absent. */
  ObjectNode withInitials(ObjectNode values) {
    return withInitials(register.fields, values);
  }

  static ObjectNode withInitials(List<Field> fields, ObjectNode values) {
    for (var field : fields) {
      if (field.kind == Kind.OBJECT) {
        withInitials(field.parts, values.withObject("/" + field.name));
      } else if (field.initially != null && !values.has(field.name)) {
        values.set(field.name, field.initially);
      }
    }
    return values;
  }

  /** Changes the record as far as the first thing that is wrong; the caller then throws it away. */
  Optional<Refusal> change(ObjectNode input, ObjectNode record) {
    return change(register.fields, input, record)
        .or(() -> missing(register.fields, record))
        .or(() -> legacy(record))
        .or(
            () -> {
              register.fields.forEach(field -> RowWriter.renumber(field, record, books));
              register.derivations.forEach(derivation -> derivation.accept(record, books));
              return Optional.empty();
            });
  }

  Optional<Refusal> change(List<Field> fields, ObjectNode input, ObjectNode record) {
    for (var entry : input.properties()) {
      var name = entry.getKey();
      var field = fields.stream().filter(known -> known.name.equals(name)).findFirst();
      var refusal =
          field.isEmpty()
              ? Optional.of(Refusal.unknownField(name))
              : set(field.get(), entry.getValue(), record);
      if (refusal.isPresent()) {
        return refusal;
      }
    }
    return Optional.empty();
  }

  static Optional<Refusal> missing(List<Field> fields, ObjectNode record) {
    return fields.stream()
        .filter(field -> field.required && !record.has(field.name))
        .findFirst()
        .map(field -> Refusal.valueMissing(field.name));
  }

  /** A record with an old value that may only be read, a customer's UNDEFINED, takes no change. */
  private Optional<Refusal> legacy(ObjectNode record) {
    return register.fields.stream()
        .filter(field -> record.has(field.name))
        .flatMap(field -> wrongChoice(field, record.path(field.name).asText()).stream())
        .findFirst();
  }

  private Optional<Refusal> set(Field field, JsonNode value, ObjectNode record) {
    if (value.isNull() && field.nullIsWrong) {
      return Optional.of(Refusal.valueMissing(field.name));
    }
    if (value.isNull() && field.nullEmpties) {
      record.remove(field.name);
      return Optional.empty();
    }
    // null and "" leave the old value: seen for "", stated for null.
    if (value.isNull() || (value.isTextual() && value.textValue().isEmpty())) {
      return Optional.empty();
    }
    if (field.readOnly) {
      return Optional.of(Refusal.readOnly(field.name));
    }
    if (field.kind == Kind.ROWS) {
      return new RowWriter(field, this).set(value, record);
    }
    if (field.kind == Kind.OBJECT) {
      return value instanceof ObjectNode parts
          ? change(field.parts, parts, record.withObject("/" + field.name))
          : Optional.of(Refusal.wrongStructure());
    }
    if (value.isContainerNode()) {
      return Optional.of(Refusal.wrongStructure());
    }
    if (value.asText().equals(BLANK) && field.kind != Kind.BOOLEAN && field.choices.isEmpty()) {
      record.remove(field.name);
      return Optional.empty();
    }
    return setScalar(field, value, record);
  }

  private Optional<Refusal> setScalar(Field field, JsonNode value, ObjectNode record) {
    var kept = rounded(field, field.kind.read(value));
    if (kept == null) {
      return Optional.of(field.kind.misfit(field.name));
    }
    var text = kept.asText();
    var refusal =
        wrongLength(field, text)
            .or(() -> wrongChoice(field, text))
            .or(() -> failedCheck(field, text))
            .or(() -> missingTarget(field, text));
    if (refusal.isEmpty()) {
      record.set(field.name, kept);
    }
    return refusal;
  }

  private static @Nullable JsonNode rounded(Field field, @Nullable JsonNode value) {
    return value != null && field.decimals < Integer.MAX_VALUE
        ? DecimalNode.valueOf(Amounts.rounded(value.decimalValue(), field.decimals))
        : value;
  }

  private static Optional<Refusal> wrongLength(Field field, String text) {
    var length = text.codePointCount(0, text.length());
    if (length > field.longest) {
      return Optional.of(Refusal.tooLong(field.name));
    }
    return length < field.shortest
        ? Optional.of(Refusal.badCharacters(field.name))
        : Optional.empty();
  }

  private static Optional<Refusal> wrongChoice(Field field, String text) {
    if (field.choices.isEmpty() || field.choices.contains(text)) {
      return Optional.empty();
    }
    return Optional.of(
        field.notAChoice == null ? Refusal.badCharacters(field.name) : field.notAChoice);
  }

  private static Optional<Refusal> failedCheck(Field field, String text) {
    return field.checks.stream()
        .map(check -> check.refusal(field.name, text))
        .flatMap(Optional::stream)
        .findFirst();
  }

  private Optional<Refusal> missingTarget(Field field, String text) {
    var target = field.refersTo;
    if (target == null || books.store(target).find(text).isPresent()) {
      return Optional.empty();
    }
    return Catalogue.find(target).map(register -> register.notFound.asInvalid());
  }
}
