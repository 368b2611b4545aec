package io.fortnoxconnector.translation;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;

/**
 * The rates of Swedish VAT and the codes that Fortnox has for them on accounts and rows. Fortnox
 * has no register of them to read (docs/adr/0015-ledger-and-settings.md).
 */
public final class TaxRates {
  /** In Maesn's shape, from the highest to none. */
  public static final List<ObjectNode> ALL =
      List.of(
          rate("MP1", 25, "Moms 25 %", "EXCLUSIVE"),
          rate("MP2", 12, "Moms 12 %", "EXCLUSIVE"),
          rate("MP3", 6, "Moms 6 %", "EXCLUSIVE"),
          rate("MF", 0, "Momsfri", "NO_TAX"));

  private TaxRates() {}

  private static ObjectNode rate(String code, int percentage, String name, String type) {
    return JsonNodeFactory.instance
        .objectNode()
        .put("id", code)
        .put("code", code)
        .putNull("createdDate")
        .putNull("description")
        .put("name", name)
        .put("percentage", percentage)
        .put("type", type)
        .putNull("updatedDate")
        .put("usage", "ALL");
  }
}
