package io.fortnoxconnector.sandbox.register;

import static io.fortnoxconnector.sandbox.register.Field.decimal;
import static io.fortnoxconnector.sandbox.register.Field.text;
import static io.fortnoxconnector.sandbox.register.Register.register;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.format.DateTimeFormatter;

/** Prices of articles by price list, each from a quantity on. */
final class PriceTables {

  static final Register PRICES =
      register(
              "prices",
              "Price",
              "Prices",
              text("ArticleNumber").required().refersTo("articles").listed(),
              text("Date").readOnly(),
              decimal("FromQuantity").roundedTo(2).initially(0).listed(),
              decimal("Percent").initially(0),
              decimal("Price").roundedTo(2).initially(0).listed(),
              text("PriceList").required().refersTo("pricelists").listed())
          .scope("price", "prislistor")
          .keys("FromQuantity", "PriceList", "ArticleNumber")
          .notFound(2000430, "Kan inte hitta priset.")
          .taken(2000762, "Priset finns redan.")
          .derive(PriceTables::date)
          .thereafter(PriceTables::showInArticle)
          .afterDelete(PriceTables::showInArticle);

  private PriceTables() {}

  private static void date(ObjectNode price, Books books) {
    price.put("Date", books.now().format(DateTimeFormatter.ISO_LOCAL_DATE_TIME));
  }

  /** An article's own price is the first one of the list that is preselected. */
  private static void showInArticle(ObjectNode price, Books books) {
    var list = price.path("PriceList").asText();
    var isPreselected =
        books
            .store("pricelists")
            .find(list)
            .filter(found -> found.values().path("PreSelected").asBoolean())
            .isPresent();
    var article = books.store("articles").find(price.path("ArticleNumber").asText());
    if (!isPreselected || article.isEmpty()) {
      return;
    }
    var shown = article.get().values().deepCopy();
    shown.remove("SalesPrice");
    books
        .store("prices")
        .first(list + "/" + article.get().key())
        .ifPresent(first -> shown.set("SalesPrice", first.values().path("Price")));
    books.store("articles").put(new Row(article.get().key(), shown, books.now()));
  }
}
