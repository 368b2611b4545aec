package io.fortnoxconnector.translation;

import com.fasterxml.jackson.databind.node.BooleanNode;
import com.fasterxml.jackson.databind.node.NullNode;
import java.util.List;

/** What customers and suppliers have in common in the unified model. */
final class Contacts {
  static final List<String> ADDRESS_TYPES =
      List.of("BILLING", "DELIVERY", "EMPTY", "PRIVATE", "WORK", "PICKUP");
  static final List<String> EMAIL_TYPES =
      List.of("BUSINESS", "PRIVATE", "OFFICE", "INVOICE", "PAYMENT", "OTHER");
  static final List<String> PHONE_TYPES =
      List.of(
          "BUSINESS",
          "MOBILE",
          "OFFICE",
          "FAX",
          "PRIVATE",
          "LANDLINE",
          "SKYPE",
          "WHATSAPP",
          "OTHER");

  static final String NO_UPDATED_DATE =
      "Fortnox doesn't tell when this was changed; lists of customers can be filtered by it.";
  static final String NO_ACCOUNT_NUMBER =
      "Fortnox has no ledger account of a contact's own; see salesAccount and predefinedAccount.";

  /** The one bank account that Fortnox keeps of a supplier. */
  static Part[] bankAccount() {
    return new Part[] {
      ResourceBuilder.member("bic", Columns.bic("BIC")),
      ResourceBuilder.noMember("holder", "Fortnox keeps no holder of a bank account."),
      new ConstantPart(
          "isMainAccount",
          BooleanNode.TRUE,
          List.of(BooleanNode.FALSE),
          "Fortnox keeps one bank account, which is the main one."),
      ResourceBuilder.member("iban", Columns.iban("IBAN")),
      ResourceBuilder.member("name", Columns.text("Bank")),
      new NoPlacePart(
          "sepa",
          "boolean",
          NullNode.getInstance(),
          "Fortnox doesn't mark accounts as SEPA accounts.")
    };
  }

  private Contacts() {}
}
