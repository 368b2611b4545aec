package io.fortnoxconnector.sandbox.register;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.fortnoxconnector.sandbox.http.FortnoxJson;
import java.util.Map;
import java.util.Optional;

/** What can be done to offers and orders. What was made of one closes it. */
final class OrderActions {

  private static final Conversion OFFER_TO_ORDER =
      new Conversion(
          "OfferRows",
          "orders",
          "OrderRows",
          Map.of("OrderedQuantity", "Quantity", "DeliveredQuantity", "Quantity"));
  private static final Conversion OFFER_TO_INVOICE =
      new Conversion(
          "OfferRows", "invoices", "InvoiceRows", Map.of("DeliveredQuantity", "Quantity"));
  private static final Conversion ORDER_TO_INVOICE =
      new Conversion(
          "OrderRows", "invoices", "InvoiceRows", Map.of("DeliveredQuantity", "DeliveredQuantity"));

  private OrderActions() {}

  static Optional<Refusal> cancel(ObjectNode document, Books books) {
    if (isClosed(document)) {
      return Optional.of(Refusal.locked());
    }
    document.put("Cancelled", true);
    return Optional.empty();
  }

  static Optional<Refusal> order(ObjectNode offer, Books books) {
    if (refers(offer, "OrderReference")) {
      return Optional.of(Refusal.orderedAlready());
    }
    if (isClosed(offer)) {
      return Optional.of(Refusal.locked());
    }
    var order = OFFER_TO_ORDER.of(offer, books);
    order.set("OfferReference", offer.path("DocumentNumber"));
    order.put("OrderDate", books.now().toLocalDate().toString());
    offer.put("OrderReference", OFFER_TO_ORDER.put(order, books));
    return Optional.empty();
  }

  static Optional<Refusal> invoiceOffer(ObjectNode offer, Books books) {
    return invoice(offer, "OfferReference", OFFER_TO_INVOICE, books);
  }

  static Optional<Refusal> invoiceOrder(ObjectNode order, Books books) {
    return invoice(order, "OrderReference", ORDER_TO_INVOICE, books);
  }

  private static Optional<Refusal> invoice(
      ObjectNode source, String reference, Conversion conversion, Books books) {
    if (isClosed(source)) {
      return Optional.of(Refusal.locked());
    }
    var invoice = conversion.of(source, books);
    invoice.set(reference, source.path("DocumentNumber"));
    DocumentDefaults.dateInvoice(FortnoxJson.object(), invoice, books);
    source.put("InvoiceReference", conversion.put(invoice, books));
    return Optional.empty();
  }

  static boolean isClosed(ObjectNode document) {
    return document.path("Cancelled").asBoolean()
        || refers(document, "OrderReference")
        || refers(document, "InvoiceReference");
  }

  static boolean refers(ObjectNode document, String field) {
    return !document.path(field).asText("0").equals("0");
  }
}
