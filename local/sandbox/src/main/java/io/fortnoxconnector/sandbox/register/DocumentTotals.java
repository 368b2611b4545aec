package io.fortnoxconnector.sandbox.register;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.math.RoundingMode;

/**
 * What a document adds up to. In kronor the total is rounded to whole ones, and {@code RoundOff}
 * has the difference (recorded: 1698.23 becomes 1698 and -0.23).
 *
 * @param list the field that holds the rows
 * @param quantity the field of a row that counts
 */
record DocumentTotals(String list, String quantity) {
  private static final int VAT_OF_FEES = 25;

  void compute(ObjectNode document) {
    var gross = BigDecimal.ZERO;
    var net = BigDecimal.ZERO;
    var vat = BigDecimal.ZERO;
    var housework = false;
    for (var row : document.path(list)) {
      var rowNet = row.path("TotalExcludingVAT").decimalValue();
      gross =
          gross.add(
              row.path("PriceExcludingVAT")
                  .decimalValue()
                  .multiply(row.path(quantity).decimalValue()));
      net = net.add(rowNet);
      vat = vat.add(Amounts.percent(rowNet, row.path("VAT").asInt()));
      housework |= row.path("HouseWork").asBoolean();
    }
    for (var fee : new String[] {"AdministrationFee", "Freight"}) {
      var amount = document.path(fee).decimalValue();
      var feeVat = Amounts.rounded(Amounts.percent(amount, VAT_OF_FEES));
      document.put(fee + "VAT", feeVat);
      net = net.add(amount);
      vat = vat.add(feeVat);
    }
    var exact = Amounts.rounded(net.add(Amounts.rounded(vat)));
    var total =
        document.path("Currency").asText().equals("SEK")
            ? exact.setScale(0, RoundingMode.HALF_UP)
            : exact;
    document.put("Gross", Amounts.rounded(gross));
    document.put("Net", Amounts.rounded(net));
    document.put("TotalVAT", Amounts.rounded(vat));
    document.put("RoundOff", Amounts.rounded(total.subtract(exact)));
    document.put("Total", total);
    document.put("TotalToPay", total);
    document.put("HouseWork", housework);
  }
}
