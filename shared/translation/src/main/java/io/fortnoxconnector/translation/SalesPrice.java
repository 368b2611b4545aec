package io.fortnoxconnector.translation;

/**
 * Where an item's sales price is kept: not in the article, but in a price list. <a
 * href="https://apps.fortnox.se/apidocs#tag/fortnox_Prices">Fortnox: Prices</a>.
 */
public final class SalesPrice {
  /** The unified field, under which a task keeps it beside the item. */
  public static final String FIELD = "unitSalesPrice";

  /** In Fortnox's price, and in what the task keeps. */
  public static final String PRICE = "Price";

  private SalesPrice() {}
}
