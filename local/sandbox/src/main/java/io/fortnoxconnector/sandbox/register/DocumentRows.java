package io.fortnoxconnector.sandbox.register;

import static io.fortnoxconnector.sandbox.register.Field.account;
import static io.fortnoxconnector.sandbox.register.Field.bool;
import static io.fortnoxconnector.sandbox.register.Field.choice;
import static io.fortnoxconnector.sandbox.register.Field.decimal;
import static io.fortnoxconnector.sandbox.register.Field.integer;
import static io.fortnoxconnector.sandbox.register.Field.text;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.util.List;
import java.util.stream.Stream;

/**
 * Rows of invoices, orders and offers: what each takes from its article and what it adds up to.
 *
 * @param list the field that holds them
 * @param quantity the field of a row that counts
 */
record DocumentRows(String list, String quantity) {

  /**
   * What rows of all documents have.
   *
   * @param own what only some have: quantities, and what the article's register or the stock adds
   */
  static Field[] fields(String[] houseworkTypes, Field... own) {
    var common =
        List.of(
            account("AccountNumber"),
            text("ArticleNumber").refersTo("articles").emptiedByNull(),
            text("ContributionPercent").readOnly().initially("0"),
            text("ContributionValue").readOnly().initially("0"),
            text("CostCenter").refersTo("costcenters").emptyWhenUnset(),
            text("Description", 255).emptyWhenUnset(),
            decimal("Discount").roundedTo(2).initially(0),
            choice("DiscountType", "AMOUNT", "PERCENT").initially("PERCENT"),
            bool("HouseWork").initially(false),
            choice("HouseWorkType", houseworkTypes).emptiedByNull(),
            decimal("Price").roundedTo(2),
            text("Project").refersTo("projects").emptyWhenUnset(),
            integer("RowId").readOnly(),
            decimal("Total").readOnly().initially(0),
            text("Unit").refersTo("units").neverNull().emptyWhenUnset(),
            integer("VAT"),
            text("VATCode").readOnly());
    return Stream.concat(common.stream(), Stream.of(own)).toArray(Field[]::new);
  }

  static Field quantity(String name) {
    return decimal(name).roundedTo(2).initially(0).asText();
  }

  void complete(ObjectNode document, Books books) {
    for (var row : document.path(list)) {
      complete((ObjectNode) row, document.path("VATIncluded").asBoolean(), books);
    }
  }

  private void complete(ObjectNode row, boolean vatIncluded, Books books) {
    books
        .store("articles")
        .find(row.path("ArticleNumber").asText())
        .ifPresent(article -> takeFrom(article.values(), row));
    putIfAbsent(row, "AccountNumber", SalesVat.PREDEFINED_ACCOUNT);
    putIfAbsent(row, "VAT", SalesVat.of(row.path("AccountNumber").asInt(), books));
    putIfAbsent(row, "Price", 0);
    var price = row.path("Price").decimalValue();
    var total = discounted(row, price.multiply(row.path(quantity).decimalValue()));
    var vat = row.path("VAT").asInt();
    row.put("Total", total);
    row.put("TotalExcludingVAT", vatIncluded ? Amounts.withoutVat(total, vat) : total);
    row.put("PriceExcludingVAT", vatIncluded ? Amounts.withoutVat(price, vat) : price);
  }

  private static void takeFrom(ObjectNode article, ObjectNode row) {
    for (var field : new String[] {"Description", "Unit", "VAT"}) {
      if (!row.has(field) && article.hasNonNull(field)) {
        row.set(field, article.get(field));
      }
    }
    if (!row.has("AccountNumber") && article.has("SalesAccount")) {
      row.set("AccountNumber", article.get("SalesAccount"));
    }
    if (!row.has("Price") && article.hasNonNull("SalesPrice")) {
      row.set("Price", article.get("SalesPrice"));
    }
  }

  private static BigDecimal discounted(ObjectNode row, BigDecimal total) {
    var discount = row.path("Discount").decimalValue();
    return row.path("DiscountType").asText().equals("AMOUNT")
        ? Amounts.rounded(total.subtract(discount))
        : Amounts.rounded(total.subtract(total.multiply(discount).movePointLeft(2)));
  }

  private static void putIfAbsent(ObjectNode row, String field, int value) {
    JsonNode held = row.path(field);
    if (held.isMissingNode()) {
      row.put(field, value);
    }
  }
}
