package io.fortnoxconnector.translation;

import java.util.List;
import java.util.stream.Stream;

/** Descriptions of fields that aren't one value in Fortnox. */
final class Descriptions {
  private Descriptions() {}

  static FieldDescription object(
      String name, String type, boolean writeOnly, String note, List<FieldDescription> members) {
    List<String> fortnoxFields =
        members.stream().flatMap(member -> member.fortnoxFields().stream()).distinct().toList();
    return new FieldDescription(
        name,
        type,
        null,
        null,
        false,
        !members.isEmpty() && members.stream().allMatch(FieldDescription::readOnly),
        writeOnly,
        false,
        members.stream().anyMatch(FieldDescription::clearable),
        members.stream().anyMatch(FieldDescription::inLists),
        List.of(),
        fortnoxFields,
        note,
        members);
  }

  /** A field that the unified model has and Fortnox hasn't. */
  static FieldDescription withoutFortnox(
      String name, String type, boolean inLists, List<String> values, String note) {
    return new FieldDescription(
        name, type, null, null, false, true, false, false, false, inLists, values, List.of(), note,
        List.of());
  }

  /** A field that Fortnox hasn't and that says where another one's value goes. */
  static FieldDescription written(String name, String type, List<String> values, String note) {
    return new FieldDescription(
        name, type, null, null, false, false, false, false, false, false, values, List.of(), note,
        List.of());
  }

  /** A field of the rows that Fortnox has in this list. */
  static FieldDescription within(String list, FieldDescription field) {
    return new FieldDescription(
        field.name(),
        field.type(),
        field.format(),
        field.maxLength(),
        field.required(),
        field.readOnly(),
        field.writeOnly(),
        field.createOnly(),
        field.clearable(),
        field.inLists(),
        field.values(),
        field.fortnoxFields().stream().map(name -> list + "/" + name).toList(),
        field.note(),
        field.members().stream().map(member -> within(list, member)).toList());
  }

  /** A field with what a user should know of it. */
  static FieldDescription noted(FieldDescription field, String note) {
    return new FieldDescription(
        field.name(),
        field.type(),
        field.format(),
        field.maxLength(),
        field.required(),
        field.readOnly(),
        field.writeOnly(),
        field.createOnly(),
        field.clearable(),
        field.inLists(),
        field.values(),
        field.fortnoxFields(),
        note,
        field.members());
  }

  /** What tells the entries of a typed list apart. */
  static FieldDescription type(List<String> values, String note) {
    return new FieldDescription(
        TypedListPart.TYPE,
        "string",
        null,
        null,
        true,
        false,
        false,
        false,
        false,
        true,
        values,
        List.of(),
        note,
        List.of());
  }

  /** The same member of several entries, as one with the Fortnox fields of all of them. */
  static FieldDescription merged(FieldDescription one, FieldDescription other) {
    return new FieldDescription(
        one.name(),
        one.type(),
        one.format(),
        one.maxLength(),
        one.required(),
        one.readOnly(),
        one.writeOnly(),
        one.createOnly(),
        one.clearable() || other.clearable(),
        one.inLists() || other.inLists(),
        one.values(),
        Stream.concat(one.fortnoxFields().stream(), other.fortnoxFields().stream()).toList(),
        one.note(),
        one.members());
  }
}
