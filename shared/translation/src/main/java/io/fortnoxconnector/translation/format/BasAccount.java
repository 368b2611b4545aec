package io.fortnoxconnector.translation.format;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.util.Optional;

/**
 * What an account's number says in the Swedish standard chart of accounts: the account classes of
 * <a href="https://www.bas.se">BAS</a>, which Fortnox's own charts follow.
 */
public final class BasAccount {
  private BasAccount() {}

  /** ASSET, EQUITY, LIABILITY, REVENUE or EXPENSE; empty where the number alone doesn't say. */
  public static Optional<JsonNode> accountClass(String number) {
    return kind(number).map(TextNode::valueOf);
  }

  /** The side on which the account grows: DEBIT or CREDIT. */
  public static Optional<JsonNode> normalSide(String number) {
    return kind(number)
        .map(kind -> kind.equals("ASSET") || kind.equals("EXPENSE") ? "DEBIT" : "CREDIT")
        .map(TextNode::valueOf);
  }

  private static Optional<String> kind(String number) {
    if (LedgerAccount.flaw(number).isPresent()) {
      return Optional.empty();
    }
    return switch (number.charAt(0)) {
      case '1' -> Optional.of("ASSET");
      case '2' -> Optional.of(number.charAt(1) == '0' ? "EQUITY" : "LIABILITY");
      case '3' -> Optional.of("REVENUE");
      case '4', '5', '6', '7' -> Optional.of("EXPENSE");
      case '8' -> financial(number.charAt(1));
      default -> Optional.empty();
    };
  }

  /**
   * Class 8 has income, costs and, with appropriations and the year's result, what can be either.
   */
  private static Optional<String> financial(char group) {
    return switch (group) {
      case '0', '1', '2', '3' -> Optional.of("REVENUE");
      case '4' -> Optional.of("EXPENSE");
      default -> Optional.empty();
    };
  }
}
