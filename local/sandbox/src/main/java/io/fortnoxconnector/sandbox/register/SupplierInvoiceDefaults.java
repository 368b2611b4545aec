package io.fortnoxconnector.sandbox.register;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;

/** What a new supplier invoice takes from its supplier and its currency, unless it's given. */
final class SupplierInvoiceDefaults {
  private static final Map<String, String> FROM_SUPPLIER =
      Map.of(
          "Currency", "Currency",
          "CostCenter", "CostCenter",
          "Project", "Project",
          "OurReference", "OurReference",
          "YourReference", "YourReference",
          "DisablePaymentFile", "DisablePaymentFile");

  /** A supplier's kinds of VAT have other names. */
  private static final Map<String, String> VAT_TYPES =
      Map.of("NORMAL", "NORMAL", "REVERSE", "REVERSE", "UIF", "EUINTERNAL");

  private SupplierInvoiceDefaults() {}

  static void of(ObjectNode input, ObjectNode invoice, Books books) {
    invoice.put("InvoiceDate", books.now().toLocalDate().toString());
    invoice.put("Currency", "SEK");
    books
        .store("suppliers")
        .find(input.path("SupplierNumber").asText())
        .ifPresent(supplier -> take(supplier.values(), invoice));
    String currency = input.path("Currency").asText(invoice.path("Currency").asText());
    invoice.set(
        "CurrencyRate",
        books
            .store("currencies")
            .find(currency)
            .map(found -> found.values().path("BuyRate"))
            .filter(JsonNode::isNumber)
            .orElseGet(() -> invoice.numberNode(1)));
  }

  private static void take(ObjectNode supplier, ObjectNode invoice) {
    FROM_SUPPLIER.forEach(
        (field, source) -> {
          if (!supplier.path(source).asText().isEmpty()) {
            invoice.set(field, supplier.path(source));
          }
        });
    invoice.put(
        "VATType", VAT_TYPES.getOrDefault(supplier.path("VATType").asText("NORMAL"), "NORMAL"));
  }
}
