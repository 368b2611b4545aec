package io.fortnoxconnector.payments;

import static io.fortnoxconnector.connector.problems.ProblemType.FIELD_INVALID;
import static io.fortnoxconnector.connector.problems.ProblemType.FIELD_REQUIRED;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.fortnoxconnector.api.Rejected;
import io.fortnoxconnector.api.Variant;
import io.fortnoxconnector.translation.Payments;
import io.fortnoxconnector.translation.Resource;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.UnaryOperator;

/**
 * What a transaction is: Fortnox keeps what customers pay apart from what suppliers are paid. What
 * it's of says which.
 */
enum TransactionKind {
  INVOICE("invoiceId"),
  BILL("billId");

  static final String PATH = "/accounting/transactions";

  private final String named;

  TransactionKind(String named) {
    this.named = named;
  }

  /** Both, as they show among transactions. */
  static List<Variant> variants() {
    return Arrays.stream(values()).map(TransactionKind::variant).toList();
  }

  /**
   * The kind that a body names.
   *
   * @throws Rejected where it names none or both
   */
  static String of(ObjectNode body) {
    List<TransactionKind> kinds =
        Arrays.stream(values()).filter(kind -> body.hasNonNull(kind.named)).toList();
    return switch (kinds.size()) {
      case 1 -> kinds.getFirst().text();
      case 0 ->
          throw new Rejected(
              FIELD_REQUIRED.about("/" + INVOICE.named, "Say what is paid: invoiceId, or billId."));
      default ->
          throw new Rejected(
              FIELD_INVALID.about("/" + BILL.named, "A payment is of an invoice or of a bill."));
    };
  }

  private Variant variant() {
    return new Variant(PATH, text(), resource(), this::shown, UnaryOperator.identity())
        .takingForms("transaction");
  }

  private Resource resource() {
    return switch (this) {
      case INVOICE -> Payments.INVOICE_PAYMENTS;
      case BILL -> Payments.BILL_PAYMENTS;
    };
  }

  /** Every transaction has the members that say what it's of. */
  private ObjectNode shown(ObjectNode transaction) {
    for (TransactionKind other : values()) {
      if (other != this) {
        transaction.putNull(other.named);
      }
    }
    return transaction;
  }

  private String text() {
    return name().toLowerCase(Locale.ROOT);
  }
}
