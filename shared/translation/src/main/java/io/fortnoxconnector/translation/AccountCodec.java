package io.fortnoxconnector.translation;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.IntNode;
import io.fortnoxconnector.translation.format.LedgerAccount;

/**
 * Numbers of ledger accounts: texts here, as ids are, and integers in Fortnox, which shows 0 for
 * none.
 */
record AccountCodec() implements NumberedCodec {

  @Override
  public Encoded encode(JsonNode unified) {
    if (!unified.isTextual()) {
      return new Encoded.Flawed("must be a string");
    }
    return LedgerAccount.flaw(unified.asText())
        .<Encoded>map(Encoded.Flawed::new)
        .orElseGet(() -> new Encoded.Value(IntNode.valueOf(Integer.parseInt(unified.asText()))));
  }

  @Override
  public String format() {
    return "account";
  }
}
