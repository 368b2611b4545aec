package io.fortnoxconnector.translation;

import static io.fortnoxconnector.translation.Columns.amount;
import static io.fortnoxconnector.translation.Columns.bool;
import static io.fortnoxconnector.translation.Columns.itemNumber;
import static io.fortnoxconnector.translation.Columns.quantity;
import static io.fortnoxconnector.translation.Columns.text;
import static io.fortnoxconnector.translation.ResourceBuilder.resource;

import com.fasterxml.jackson.databind.node.DecimalNode;
import java.math.BigDecimal;
import java.util.List;

/**
 * Price lists, and what items cost by them. An item may have several prices in a list, each from a
 * quantity on.
 */
public final class Prices {
  private static final EntityKey KEY =
      EntityKey.ofTexts(":", "PriceList", "ArticleNumber", "FromQuantity");
  private static final Column FROM_QUANTITY = quantity("FromQuantity").onCreateOnly();

  /** <a href="https://apps.fortnox.se/apidocs#tag/fortnox_Price-Lists">Fortnox: Price lists</a>. */
  public static final Resource PRICE_LISTS =
      resource("priceLists", "/3/pricelists")
          .wrappedIn("PriceList", "PriceLists")
          .scope("price")
          .numberedBy("Code")
          .allows(Operation.READ, Operation.CREATE, Operation.REPLACE, Operation.PATCH)
          .field("id", text("Code").readOnly())
          .field("code", text("Code").max(100).requiredOnCreate().onCreateOnly())
          .field("name", text("Description").max(50).requiredOnCreate())
          .field("comments", text("Comments"))
          .field("preselected", bool("PreSelected").readOnly())
          .listRowsCarry("Code", "Comments", "Description", "PreSelected")
          .build();

  /** <a href="https://apps.fortnox.se/apidocs#tag/fortnox_Prices">Fortnox: Prices</a>. */
  public static final Resource PRICES =
      resource("prices", "/3/prices")
          .wrappedIn("Price", "Prices")
          .scope("price")
          .numberedBy(KEY)
          .allows(
              Operation.READ,
              Operation.CREATE,
              Operation.REPLACE,
              Operation.PATCH,
              Operation.DELETE)
          .derived(
              "id",
              List.of(),
              KEY::idOf,
              "Price list, item and the quantity from which on it holds, as in A:H-1:0.")
          .field("priceListId", text("PriceList").requiredOnCreate().onCreateOnly())
          .field("itemId", itemNumber("ArticleNumber").max(50).requiredOnCreate().onCreateOnly())
          .field("fromQuantity", FROM_QUANTITY)
          .field("price", amount("Price").neverEmpty())
          .field("percent", amount("Percent"))
          .field("changedAt", text("Date").readOnly())
          .rule(Prices::fromTheFirstOn)
          .listRowsCarry("ArticleNumber", "FromQuantity", "Price", "PriceList")
          .build();

  private Prices() {}

  /**
   * Fortnox would say the same, but then the price could not be found again after a lost answer.
   */
  private static void fromTheFirstOn(Draft draft) {
    if (draft.mode() == WriteMode.CREATE && draft.given("FromQuantity").isEmpty()) {
      DecimalNode none = DecimalNode.valueOf(BigDecimal.ZERO);
      draft.set(FROM_QUANTITY, "/fromQuantity", none, none);
    }
  }
}
