package io.fortnoxconnector.sandbox.register;

import static io.fortnoxconnector.sandbox.register.Field.account;
import static io.fortnoxconnector.sandbox.register.Field.bool;
import static io.fortnoxconnector.sandbox.register.Field.choice;
import static io.fortnoxconnector.sandbox.register.Field.decimal;
import static io.fortnoxconnector.sandbox.register.Field.integer;
import static io.fortnoxconnector.sandbox.register.Field.text;
import static io.fortnoxconnector.sandbox.register.Register.register;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;

/** Articles. */
final class ArticleTables {

  static final Register ARTICLES =
      register(
              "articles",
              "Article",
              "Articles",
              bool("Active").initially(true),
              text("ArticleNumber", 50).check(Check.ARTICLE_NUMBER).listed(),
              bool("Bulky").initially(false),
              text("CommodityCode").emptyWhenUnset(),
              account("ConstructionAccount").initially(0),
              text("CostCalculationMethod"),
              text("DefaultStockLocation"),
              text("DefaultStockPoint"),
              integer("Depth").initially(0),
              text("Description", 200).required().listed(),
              decimal("DirectCost"),
              decimal("DisposableQuantity").readOnly().initially(0).listedAsText(),
              text("EAN", 30).emptyWhenUnset().listed(),
              account("EUAccount").initially(3108),
              account("EUVATAccount").initially(3106),
              bool("Expired").initially(false),
              account("ExportAccount").initially(3105),
              decimal("FreightCost"),
              integer("Height").initially(0),
              bool("Housework").initially(false).listed(),
              choice("HouseworkType", HouseworkTypes.OF_ARTICLES),
              text("Manufacturer", 50),
              text("ManufacturerArticleNumber", 50).emptyWhenUnset(),
              text("Note", 10_000).emptyWhenUnset(),
              decimal("OtherCost"),
              account("PurchaseAccount").initially(4000),
              decimal("PurchasePrice").roundedTo(2).initially(0).listedAsText(),
              decimal("QuantityInStock").roundedTo(2).initially(0).listedAsText(),
              decimal("ReservedQuantity").readOnly().initially(0).listedAsText(),
              account("SalesAccount").initially(3001),
              decimal("SalesPrice").readOnly().listedAsText(),
              integer("StockAccount"),
              integer("StockChangeAccount"),
              bool("StockGoods").initially(false),
              text("StockPlace", 100).listed(),
              decimal("StockValue").readOnly().initially(0).listedAsText(),
              decimal("StockWarning"),
              text("SupplierName").readOnly(),
              text("SupplierNumber").refersTo("suppliers"),
              choice("Type", "STOCK", "SERVICE").initially("STOCK"),
              text("Unit").refersTo("units").listed(),
              decimal("VAT").listedAsText().hiddenInListsAsZero(),
              bool("WebshopArticle").initially(false).listed(),
              integer("Weight").initially(0),
              integer("Width").initially(0))
          .scope("article", "artikelregister")
          .numbered("ArticleNumber")
          .notFound(2000428, "Kan inte hitta artikeln.")
          .taken(2000013, "Artikelnummer \"%s\" används redan.")
          .knowsLastModified()
          .derive(ArticleTables::stock)
          .derive(ArticleTables::supplierName)
          .derive(ArticleTables::vat)
          .filter("active", article -> article.path("Active").asBoolean())
          .filter("inactive", article -> !article.path("Active").asBoolean())
          .sort("articlenumber", "ArticleNumber")
          .sort("quantityinstock", "QuantityInStock")
          .sort("reservedquantity", "ReservedQuantity")
          .sort("stockvalue", "StockValue")
          .search("articlenumber", "ArticleNumber")
          .search("description", "Description")
          .search("ean", "EAN")
          .search("suppliernumber", "SupplierNumber")
          .search("manufacturer", "Manufacturer")
          .search("manufacturerarticlenumber", "ManufacturerArticleNumber")
          .search("webshop", "WebshopArticle");

  private ArticleTables() {}

  private static void stock(ObjectNode article) {
    var there = number(article, "QuantityInStock");
    article.put("DisposableQuantity", there.subtract(number(article, "ReservedQuantity")));
    article.put(
        "StockValue",
        article.path("StockGoods").asBoolean()
            ? Amounts.rounded(there.multiply(number(article, "PurchasePrice")))
            : BigDecimal.ZERO);
  }

  private static void supplierName(ObjectNode article, Books books) {
    article.remove("SupplierName");
    books
        .store("suppliers")
        .find(article.path("SupplierNumber").asText())
        .ifPresent(supplier -> article.set("SupplierName", supplier.values().get("Name")));
  }

  /** Predefined by the sales account; who names a percentage gets it. */
  private static void vat(ObjectNode article, Books books) {
    if (!article.has("VAT")) {
      article.put("VAT", SalesVat.of(article.path("SalesAccount").asInt(), books));
    }
  }

  private static BigDecimal number(ObjectNode article, String field) {
    return article.path(field).decimalValue();
  }
}
