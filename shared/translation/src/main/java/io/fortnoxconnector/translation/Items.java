package io.fortnoxconnector.translation;

import static io.fortnoxconnector.translation.Columns.accountNumber;
import static io.fortnoxconnector.translation.Columns.amount;
import static io.fortnoxconnector.translation.Columns.bool;
import static io.fortnoxconnector.translation.Columns.choice;
import static io.fortnoxconnector.translation.Columns.integer;
import static io.fortnoxconnector.translation.Columns.itemNumber;
import static io.fortnoxconnector.translation.Columns.percentage;
import static io.fortnoxconnector.translation.Columns.quantity;
import static io.fortnoxconnector.translation.Columns.renamedChoice;
import static io.fortnoxconnector.translation.Columns.text;
import static io.fortnoxconnector.translation.Columns.wellKnownWords;
import static io.fortnoxconnector.translation.ResourceBuilder.member;
import static io.fortnoxconnector.translation.ResourceBuilder.resource;
import static io.fortnoxconnector.translation.Word.word;

import java.util.List;

/**
 * Fortnox articles, <a href="https://apps.fortnox.se/apidocs#tag/fortnox_Articles">Fortnox:
 * Articles</a>.
 */
public final class Items {
  private static final int LARGEST_MEASURE = 999_999_999;

  /** The table. */
  public static final Resource ITEMS =
      resource("items", "/3/articles")
          .wrappedIn("Article", "Articles")
          .scope("article")
          .numberedBy("ArticleNumber")
          .allows(
              Operation.READ,
              Operation.CREATE,
              Operation.REPLACE,
              Operation.PATCH,
              Operation.DELETE)

          // The fields of the unified model.
          .field("id", text("ArticleNumber").readOnly())
          .field("assetAccountId", accountNumber("StockAccount").neverEmpty())
          .field("expenseAccountId", accountNumber("PurchaseAccount").neverEmpty())
          .field("incomeAccountId", accountNumber("SalesAccount").neverEmpty())
          .hasNoPlaceFor(
              "inventoryStartDate", "string", "Fortnox doesn't note since when stock is kept.")
          .field("itemNumber", itemNumber("ArticleNumber").max(50).onCreateOnly())
          .hasNoPlaceFor(
              "lastModifiedDate",
              "string",
              "Fortnox doesn't tell when this was changed; lists of items can be filtered by it.")
          .field("name", text("Description").max(200).requiredOnCreate())
          .hasNoPlaceFor(
              "priceIncludesTax",
              "boolean",
              "Fortnox keeps prices of items without saying; customers and documents say whether "
                  + "theirs include VAT.")
          // A body that leaves them out doesn't mean that the shelf is empty, or that there is no
          // VAT.
          .field("stockCount", quantity("QuantityInStock").neverEmpty())
          .hasNoPlaceFor("taxCode", "string", "Fortnox has a percentage: taxRatePercentage.")
          .field("taxRatePercentage", percentage("VAT").neverEmpty())
          .field(
              "type",
              renamedChoice("Type", List.of(), word("PRODUCT", "STOCK"), word("SERVICE", "SERVICE"))
                  .neverEmpty())
          // The four that a new company's register of units has; unit takes any of its codes.
          .field(
              "unitName",
              wellKnownWords(
                  "Unit",
                  word("PIECE", "st"),
                  word("STÜCK", "st"),
                  word("UNIT", "st"),
                  word("HOUR", "h"),
                  word("KILOMETRE", "km"),
                  word("PACK", "förp")))
          .field("unitPurchasePrice", amount("PurchasePrice"))
          .parts(new SalesPricePart(SalesPrice.FIELD))

          // What Fortnox has beyond.
          .field("active", bool("Active").neverEmpty())
          .field("unit", text("Unit"))
          .field("note", text("Note").max(10_000))
          .field("ean", text("EAN").max(30))
          .field("commodityCode", text("CommodityCode"))
          .field("manufacturer", text("Manufacturer").max(50))
          .field("manufacturerItemNumber", text("ManufacturerArticleNumber").max(50))
          .field("supplierId", text("SupplierNumber"))
          .field("supplierName", text("SupplierName").readOnly())
          .field("expired", bool("Expired").neverEmpty())
          .field("inWebshop", bool("WebshopArticle").neverEmpty())
          .field("bulky", bool("Bulky").neverEmpty())
          .field("depth", integer("Depth", LARGEST_MEASURE))
          .field("height", integer("Height", LARGEST_MEASURE))
          .field("width", integer("Width", LARGEST_MEASURE))
          .field("weight", integer("Weight", LARGEST_MEASURE))
          .object(
              "stock",
              "What Fortnox knows about the stock; stockCount is what is there.",
              member("keepsStock", bool("StockGoods").neverEmpty()),
              member("disposable", quantity("DisposableQuantity").readOnly()),
              member("reserved", quantity("ReservedQuantity").readOnly()),
              member("value", amount("StockValue").readOnly()),
              member("warnBelow", quantity("StockWarning")),
              member("place", text("StockPlace").max(100)),
              member("defaultPoint", text("DefaultStockPoint")),
              member("defaultLocation", text("DefaultStockLocation")),
              member("changeAccountId", accountNumber("StockChangeAccount").neverEmpty()))
          .object(
              "costs",
              "What makes up the purchase price where costCalculationMethod is MANUAL.",
              member("calculationMethod", text("CostCalculationMethod").neverEmpty()),
              member("direct", amount("DirectCost")),
              member("freight", amount("FreightCost")),
              member("other", amount("OtherCost")))
          .object(
              "salesAccounts",
              "Accounts of sales that aren't domestic; incomeAccountId has the domestic ones.",
              member("construction", accountNumber("ConstructionAccount").neverEmpty()),
              member("eu", accountNumber("EUAccount").neverEmpty()),
              member("euWithVat", accountNumber("EUVATAccount").neverEmpty()),
              member("export", accountNumber("ExportAccount").neverEmpty()))
          .field("housework", bool("Housework").neverEmpty())
          .field("houseworkType", choice("HouseworkType", HouseworkTypes.OF_ITEMS).neverEmpty())

          // Lists.
          .listRowsCarry(
              "ArticleNumber",
              "Description",
              "DisposableQuantity",
              "EAN",
              "Housework",
              "PurchasePrice",
              "QuantityInStock",
              "ReservedQuantity",
              "SalesPrice",
              "StockPlace",
              "StockValue",
              "Unit",
              "VAT",
              "WebshopArticle")
          .search("name", "description")
          .search("itemNumber", "articlenumber")
          .search("ean", "ean")
          .search("supplierId", "suppliernumber")
          .search("manufacturer", "manufacturer")
          .search("manufacturerItemNumber", "manufacturerarticlenumber")
          .filter("inWebshop", "webshop", word("true", "true"), word("false", "false"))
          .filter("active", "filter", word("true", "active"), word("false", "inactive"))
          .lastModified()
          .cannotFilterBy("type", "Fortnox can't search articles by their type.")
          .filter(
              "sortBy",
              "sortby",
              word("itemNumber", "articlenumber"),
              word("stockCount", "quantityinstock"),
              word("reserved", "reservedquantity"),
              word("stockValue", "stockvalue"))
          .filter("sortOrder", "sortorder", word("asc", "ascending"), word("desc", "descending"))
          .foundAgainByMere("Description", "description")
          .build();

  private Items() {}
}
