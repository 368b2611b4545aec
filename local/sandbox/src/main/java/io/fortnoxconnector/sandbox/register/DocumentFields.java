package io.fortnoxconnector.sandbox.register;

import static io.fortnoxconnector.sandbox.register.Field.email;
import static io.fortnoxconnector.sandbox.register.Field.object;
import static io.fortnoxconnector.sandbox.register.Field.text;

/** Fields that all documents for customers have. */
final class DocumentFields {

  private DocumentFields() {}

  static Field emailInformation(String subject) {
    return object(
        "EmailInformation",
        email("EmailAddressBCC"),
        email("EmailAddressCC"),
        email("EmailAddressFrom"),
        email("EmailAddressTo").emptyWhenUnset(),
        text("EmailBody", 20_000).initially(" "),
        text("EmailSubject", 100).initially(subject));
  }
}
