package io.fortnoxconnector.local.stack.services;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Optional;

/** A version's value: text or binary (as base64), never both. Never shown. */
record SecretValue(Optional<String> text, Optional<String> base64) {

  static SecretValue text(String text) {
    return new SecretValue(Optional.of(text), Optional.empty());
  }

  static Optional<SecretValue> of(Request request) {
    SecretValue value = new SecretValue(request.text("SecretString"), request.text("SecretBinary"));
    if (value.text.isPresent() && value.base64.isPresent()) {
      throw new ServiceFault(
          "InvalidParameterException",
          "You can't specify both a binary secret value and a string secret value.");
    }
    return value.text.isEmpty() && value.base64.isEmpty() ? Optional.empty() : Optional.of(value);
  }

  void writeTo(ObjectNode answer) {
    text.ifPresent(value -> answer.put("SecretString", value));
    base64.ifPresent(value -> answer.put("SecretBinary", value));
  }

  @Override
  public String toString() {
    return "SecretValue[…]";
  }
}
