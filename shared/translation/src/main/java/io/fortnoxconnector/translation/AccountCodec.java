package io.fortnoxconnector.translation;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.IntNode;
import com.fasterxml.jackson.databind.node.TextNode;
import io.fortnoxconnector.translation.format.LedgerAccount;
import java.util.Optional;

/**
 * Numbers of ledger accounts: texts here, as ids are, and integers in Fortnox, which shows 0 for
 * none.
 */
record AccountCodec() implements Codec {

  @Override
  public Optional<JsonNode> decode(JsonNode fortnox) {
    return Optional.of(
        isNothing(fortnox) ? Fortnox.NOTHING : TextNode.valueOf(fortnox.asText().strip()));
  }

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
  public Object comparable(JsonNode fortnox) {
    return fortnox.asText().strip();
  }

  @Override
  public boolean isNothing(JsonNode fortnox) {
    return Fortnox.isNothing(fortnox) || fortnox.asText().equals("0");
  }

  @Override
  public JsonNode nothing() {
    return TextNode.valueOf(Fortnox.BLANK);
  }

  @Override
  public String type() {
    return "string";
  }

  @Override
  public String format() {
    return "account";
  }
}
