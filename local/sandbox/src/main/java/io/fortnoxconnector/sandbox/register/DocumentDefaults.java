package io.fortnoxconnector.sandbox.register;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.LocalDate;
import java.util.Map;

/** What a new document takes from its customer, unless it's given. */
final class DocumentDefaults {
  private static final int VALID_DAYS = 30;
  private static final Map<String, String> FROM_CUSTOMER =
      Map.ofEntries(
          Map.entry("CustomerName", "Name"),
          Map.entry("Address1", "Address1"),
          Map.entry("Address2", "Address2"),
          Map.entry("City", "City"),
          Map.entry("ZipCode", "ZipCode"),
          Map.entry("Country", "Country"),
          Map.entry("DeliveryAddress1", "DeliveryAddress1"),
          Map.entry("DeliveryAddress2", "DeliveryAddress2"),
          Map.entry("DeliveryCity", "DeliveryCity"),
          Map.entry("DeliveryCountry", "DeliveryCountry"),
          Map.entry("DeliveryName", "DeliveryName"),
          Map.entry("DeliveryZipCode", "DeliveryZipCode"),
          Map.entry("Currency", "Currency"),
          Map.entry("OrganisationNumber", "OrganisationNumber"),
          Map.entry("OurReference", "OurReference"),
          Map.entry("YourReference", "YourReference"),
          Map.entry("Phone1", "Phone1"),
          Map.entry("Phone2", "Phone2"),
          Map.entry("PriceList", "PriceList"),
          Map.entry("Project", "Project"),
          Map.entry("CostCenter", "CostCenter"),
          Map.entry("TermsOfDelivery", "TermsOfDelivery"),
          Map.entry("TermsOfPayment", "TermsOfPayment"),
          Map.entry("WayOfDelivery", "WayOfDelivery"));

  private DocumentDefaults() {}

  static void ofInvoice(ObjectNode input, ObjectNode document, Books books) {
    take(input, document, books);
    dateInvoice(input, document, books);
  }

  static void ofOrder(ObjectNode input, ObjectNode document, Books books) {
    take(input, document, books);
    document.put("OrderDate", books.now().toLocalDate().toString());
  }

  static void ofOffer(ObjectNode input, ObjectNode document, Books books) {
    take(input, document, books);
    var date = date(input, "OfferDate", books.now().toLocalDate());
    document.put("OfferDate", date.toString());
    document.put("ExpireDate", date.plusDays(VALID_DAYS).toString());
  }

  private static void take(ObjectNode input, ObjectNode document, Books books) {
    books
        .store("customers")
        .find(input.path("CustomerNumber").asText())
        .ifPresent(
            customer ->
                FROM_CUSTOMER.forEach(
                    (field, source) -> {
                      var value = customer.values().path(source);
                      if (!value.asText().isEmpty()) {
                        document.set(field, value);
                      }
                    }));
    putIfAbsent(document, "TermsOfPayment", "30");
    putIfAbsent(document, "Currency", "SEK");
    putIfAbsent(document, "PriceList", "A");
  }

  /** When it falls due follows from its date and its terms. */
  static void dateInvoice(ObjectNode input, ObjectNode document, Books books) {
    var date = date(input, "InvoiceDate", books.now().toLocalDate());
    document.put("InvoiceDate", date.toString());
    document.put("OutboundDate", date.toString());
    var terms = input.path("TermsOfPayment").asText(document.path("TermsOfPayment").asText());
    document.put("DueDate", date.plusDays(days(terms)).toString());
  }

  private static LocalDate date(ObjectNode input, String field, LocalDate otherwise) {
    var given = Kind.DATE.read(input.path(field));
    return given == null ? otherwise : LocalDate.parse(given.asText());
  }

  private static int days(String terms) {
    return terms.matches("\\d{1,3}") ? Integer.parseInt(terms) : 0;
  }

  private static void putIfAbsent(ObjectNode document, String field, String value) {
    if (!document.has(field)) {
      document.put(field, value);
    }
  }
}
