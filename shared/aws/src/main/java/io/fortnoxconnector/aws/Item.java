package io.fortnoxconnector.aws;

import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Objects;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * A DynamoDB item being read or written. What isn't there reads as null; what is null isn't
 * written.
 */
final class Item {

  private final Map<String, AttributeValue> attributes;

  private Item(Map<String, AttributeValue> attributes) {
    this.attributes = attributes;
  }

  static Item empty() {
    return new Item(new HashMap<>());
  }

  static Item of(Map<String, AttributeValue> attributes) {
    return new Item(attributes);
  }

  Map<String, AttributeValue> attributes() {
    return attributes;
  }

  static AttributeValue text(String value) {
    return AttributeValue.fromS(value);
  }

  static AttributeValue number(long value) {
    return AttributeValue.fromN(Long.toString(value));
  }

  static AttributeValue time(Instant value) {
    return number(value.toEpochMilli());
  }

  static AttributeValue binary(byte[] value) {
    return AttributeValue.fromB(SdkBytes.fromByteArray(value));
  }

  Item with(String name, @Nullable String value) {
    return put(name, value == null ? null : text(value));
  }

  Item with(String name, @Nullable Instant value) {
    return put(name, value == null ? null : time(value));
  }

  Item with(String name, byte @Nullable [] value) {
    return put(name, value == null ? null : binary(value));
  }

  Item with(String name, long value) {
    return put(name, number(value));
  }

  /** Sets of DynamoDB can't be empty: an empty one isn't written. */
  Item with(String name, Collection<String> values) {
    return put(name, values.isEmpty() ? null : AttributeValue.fromSs(List.copyOf(values)));
  }

  Item put(String name, @Nullable AttributeValue value) {
    if (value != null) {
      attributes.put(name, value);
    }
    return this;
  }

  boolean has(String name) {
    return attributes.containsKey(name);
  }

  String text(String name, String otherwise) {
    return Objects.requireNonNullElse(textOrNull(name), otherwise);
  }

  @Nullable String textOrNull(String name) {
    AttributeValue value = attributes.get(name);
    return value == null ? null : value.s();
  }

  /** A text that every item of its kind has. */
  String required(String name) {
    return Objects.requireNonNull(textOrNull(name), name);
  }

  long number(String name) {
    AttributeValue value = attributes.get(name);
    return value == null ? 0 : Long.parseLong(value.n());
  }

  @Nullable Instant timeOrNull(String name) {
    return has(name) ? Instant.ofEpochMilli(number(name)) : null;
  }

  Instant time(String name) {
    return Instant.ofEpochMilli(number(name));
  }

  byte @Nullable [] binaryOrNull(String name) {
    AttributeValue value = attributes.get(name);
    return value == null ? null : value.b().asByteArray();
  }

  NavigableSet<String> texts(String name) {
    AttributeValue value = attributes.get(name);
    return value == null ? new TreeSet<>() : new TreeSet<>(value.ss());
  }

  Map<String, AttributeValue> map(String name) {
    AttributeValue value = attributes.get(name);
    return value == null ? Map.of() : value.m();
  }
}
