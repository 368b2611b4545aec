package io.fortnoxconnector.contacts;

import static io.fortnoxconnector.connector.problems.ProblemType.FIELD_INVALID;
import static io.fortnoxconnector.connector.problems.ProblemType.FIELD_REQUIRED;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.fortnoxconnector.api.Rejected;
import io.fortnoxconnector.api.Variant;
import io.fortnoxconnector.translation.Customers;
import io.fortnoxconnector.translation.Resource;
import io.fortnoxconnector.translation.Suppliers;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/**
 * What a contact is. Fortnox keeps customers and suppliers apart, so a contact is one or the other;
 * {@code role} says which in Maesn's first version, {@code isCustomer} and {@code isSupplier} in
 * the second.
 */
enum ContactKind {
  CUSTOMER("isCustomer"),
  SUPPLIER("isSupplier");

  private static final String ROLE = "role";

  private final String flag;

  ContactKind(String flag) {
    this.flag = flag;
  }

  /** Contacts as they show at that path. */
  static List<Variant> variants(String path) {
    return Arrays.stream(values())
        .map(kind -> new Variant(path, kind.text(), kind.resource(), kind::shown, kind::taken))
        .toList();
  }

  /**
   * The kind that a body names.
   *
   * @throws Rejected where it names none or both
   */
  static String named(ObjectNode body) {
    List<ContactKind> named = Arrays.stream(values()).filter(kind -> kind.isNamedIn(body)).toList();
    return switch (named.size()) {
      case 1 -> named.getFirst().text();
      case 0 ->
          throw new Rejected(
              FIELD_REQUIRED.about(
                  "/" + ROLE,
                  "Say what the contact is: role CUSTOMER or SUPPLIER, or isCustomer or isSupplier."));
      default ->
          throw new Rejected(
              FIELD_INVALID.about(
                  "/" + SUPPLIER.flag,
                  "Fortnox keeps customers and suppliers apart: create one of each."));
    };
  }

  private Resource resource() {
    return switch (this) {
      case CUSTOMER -> Customers.CUSTOMERS;
      case SUPPLIER -> Suppliers.SUPPLIERS;
    };
  }

  private String text() {
    return name().toLowerCase(Locale.ROOT);
  }

  private boolean isNamedIn(ObjectNode body) {
    return body.path(ROLE).asText().equals(name()) || body.path(flag).asBoolean();
  }

  private ObjectNode shown(ObjectNode contact) {
    for (ContactKind kind : values()) {
      contact.put(kind.flag, kind == this);
    }
    contact.putNull("createdDate");
    return contact;
  }

  /** What says the kind isn't the resource's own, and it can't be changed. */
  private ObjectNode taken(ObjectNode body) {
    for (ContactKind kind : values()) {
      JsonNode flag = body.path(kind.flag);
      boolean agrees = flag.isMissingNode() || flag.isNull() || is(kind, flag);
      if (!agrees) {
        throw new Rejected(
            FIELD_INVALID.about(
                "/" + kind.flag,
                "%s of a %s is %s, and can't be changed: Fortnox keeps customers and suppliers apart."
                    .formatted(kind.flag, text(), kind == this)));
      }
    }
    ObjectNode own = body.deepCopy();
    Arrays.stream(values()).forEach(kind -> own.remove(kind.flag));
    own.remove(List.of("id", "createdDate"));
    return own;
  }

  private boolean is(ContactKind kind, JsonNode flag) {
    return flag.isBoolean() && flag.asBoolean() == (kind == this);
  }
}
