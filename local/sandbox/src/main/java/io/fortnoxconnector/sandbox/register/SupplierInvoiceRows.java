package io.fortnoxconnector.sandbox.register;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.fortnoxconnector.sandbox.http.FortnoxJson;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * The rows of a supplier invoice: what each takes from its article and account, and those that
 * Fortnox makes itself. "A row Leverantörsskulder is created by default" (Fortnox's C# SDK); with
 * VAT type REVERSE or EUINTERNAL "two invoice rows are automatically created" (Fortnox's blog).
 */
final class SupplierInvoiceRows {

  static final String[] CODES = {
    "TOT", "VAT", "FRT", "AFE", "ROV", "CND", "CNC", "PRD", "PRC", "SRD", "SRC", "PRE", "GWB", "ACC"
  };

  /** On a row that wasn't sent: it follows its field for as long as it is. */
  private static final String MADE = "@made";

  private static final String ROWS = "SupplierInvoiceRows";
  private static final int DEBT = 2440;

  /** A row that follows from a field of the invoice. */
  private record Follower(String code, String field, int account) {}

  private static final List<Follower> FOLLOWERS =
      List.of(
          new Follower("VAT", "VAT", 2641),
          new Follower("FRT", "Freight", 5710),
          new Follower("AFE", "AdministrationFee", 6570),
          new Follower("ROV", "RoundOffValue", 3740));

  /** The VAT that a buyer accounts for itself, in debit and in credit, by kind of VAT and sale. */
  private static final Map<String, List<Follower>> REVERSED =
      Map.of(
          "EUINTERNAL STOCK", pair("PRD", 2645, "PRC"),
          "EUINTERNAL SERVICE", pair("SRD", 2645, "SRC"),
          "REVERSE STOCK", pair("CND", 2647, "CNC"),
          "REVERSE SERVICE", pair("CND", 2647, "CNC"));

  private static final int REVERSED_PERCENT = 25;
  private static final int DEFAULT_COST = 4000;

  private SupplierInvoiceRows() {}

  private static List<Follower> pair(String debit, int account, String credit) {
    return List.of(new Follower(debit, "", account), new Follower(credit, "", 2614));
  }

  static void complete(ObjectNode invoice, Books books) {
    ArrayNode rows = invoice.withArray("/" + ROWS);
    for (JsonNode row : rows) {
      value((ObjectNode) row, books);
    }
    for (Follower follower : FOLLOWERS) {
      follow(rows, follower, said(invoice, follower, rows));
    }
    reverse(invoice, rows);
    BigDecimal given = sum(rows, coded("TOT"));
    if (!invoice.hasNonNull("Total")) {
      boolean owed = rows(rows).anyMatch(coded("TOT"));
      invoice.put("Total", owed ? given.negate() : sum(rows, coded("TOT").negate()));
    }
    follow(rows, new Follower("TOT", "Total", DEBT), invoice.path("Total").decimalValue().negate());
    rows(rows).forEach(row -> finish(row, books));
  }

  /** What is left when all rows of an invoice are added up: nothing, where it balances. */
  static BigDecimal difference(ObjectNode invoice) {
    return sum(invoice.withArray("/" + ROWS), row -> true);
  }

  private static void value(ObjectNode row, Books books) {
    if (Stream.of(CODES).limit(11).noneMatch(row.path("Code").asText()::equals)) {
      row.remove(MADE);
    }
    books
        .store("articles")
        .find(row.path("ArticleNumber").asText())
        .ifPresent(article -> take(article.values(), row));
    BigDecimal worth =
        row.path("Quantity").decimalValue().multiply(row.path("Price").decimalValue());
    if (worth.signum() != 0) {
      put(row, worth);
    }
    if (!row.has("Account")) {
      row.put("Account", DEFAULT_COST);
    }
  }

  private static void take(ObjectNode article, ObjectNode row) {
    if (!row.has("ItemDescription")) {
      row.set("ItemDescription", article.path("Description"));
    }
    if (article.hasNonNull("Unit")) {
      row.set("Unit", article.path("Unit"));
    }
    if (!row.has("Account") && article.hasNonNull("PurchaseAccount")) {
      row.set("Account", article.path("PurchaseAccount"));
    }
    if (row.path("Price").decimalValue().signum() == 0 && article.hasNonNull("PurchasePrice")) {
      row.set("Price", article.path("PurchasePrice"));
    }
  }

  /** The field's value, or what rows say of it that were sent. */
  private static BigDecimal said(ObjectNode invoice, Follower follower, ArrayNode rows) {
    if (!invoice.hasNonNull(follower.field())) {
      invoice.put(follower.field(), sum(rows, coded(follower.code())));
    }
    return invoice.path(follower.field()).decimalValue();
  }

  private static void reverse(ObjectNode invoice, ArrayNode rows) {
    List<Follower> pair =
        REVERSED.getOrDefault(
            invoice.path("VATType").asText() + " " + invoice.path("SalesType").asText(), List.of());
    List<String> mine = pair.stream().map(Follower::code).toList();
    REVERSED.values().stream()
        .flatMap(List::stream)
        .filter(follower -> !mine.contains(follower.code()))
        .forEach(follower -> follow(rows, follower, BigDecimal.ZERO));
    if (!pair.isEmpty()) {
      BigDecimal bought =
          sum(rows, row -> !row.path("Code").asText().matches("TOT|VAT|[CPS][NR][DC]"));
      BigDecimal vat = Amounts.rounded(Amounts.percent(bought, REVERSED_PERCENT));
      follow(rows, pair.getFirst(), vat);
      follow(rows, pair.getLast(), vat.negate());
    }
  }

  /** Rows that were sent stay as they are. */
  private static void follow(ArrayNode rows, Follower follower, BigDecimal amount) {
    List<ObjectNode> there = rows(rows).filter(coded(follower.code())).toList();
    if (there.isEmpty() && amount.signum() != 0) {
      ObjectNode row = FortnoxJson.object().put("Code", follower.code()).put(MADE, true);
      row.put("Account", follower.account()).put("Quantity", 0).put("Price", 0);
      row.put("DebitCurrency", 0).put("CreditCurrency", 0);
      rows.insert(follower.code().equals("TOT") ? 0 : made(rows), row);
      put(row, amount);
    }
    there.stream().filter(row -> row.has(MADE)).forEach(row -> put(row, amount));
  }

  /** They come before what was bought. */
  private static int made(ArrayNode rows) {
    return (int) rows(rows).takeWhile(row -> row.has(MADE)).count();
  }

  private static void finish(ObjectNode row, Books books) {
    row.put("Total", amount(row));
    books
        .store("accounts")
        .find(row.path("Account").asText())
        .ifPresent(account -> row.set("AccountDescription", account.values().path("Description")));
  }

  private static void put(ObjectNode row, BigDecimal amount) {
    BigDecimal rounded = Amounts.rounded(amount);
    row.put("Debit", rounded.max(BigDecimal.ZERO));
    row.put("Credit", rounded.negate().max(BigDecimal.ZERO));
  }

  private static BigDecimal sum(ArrayNode rows, Predicate<ObjectNode> which) {
    return rows(rows)
        .filter(which)
        .map(SupplierInvoiceRows::amount)
        .reduce(BigDecimal.ZERO, BigDecimal::add);
  }

  private static BigDecimal amount(JsonNode row) {
    return row.path("Debit").decimalValue().subtract(row.path("Credit").decimalValue());
  }

  private static Predicate<ObjectNode> coded(String code) {
    return row -> row.path("Code").asText().equals(code);
  }

  private static Stream<ObjectNode> rows(ArrayNode rows) {
    return rows.valueStream().map(ObjectNode.class::cast);
  }
}
