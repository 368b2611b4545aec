package io.fortnoxconnector.aws;

import java.util.List;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.model.TransactionCanceledException;

/** What several conditional writes came to that are done together or not at all. */
sealed interface Transaction {

  record Done() implements Transaction {}

  /**
   * Nothing was written.
   *
   * @param found for each write the item that didn't meet its condition, empty where there was
   *     none; null where the condition was met
   */
  record Unmet(List<@Nullable Item> found) implements Transaction {}

  /** Nothing was written: other transactions had the items each time. */
  record Contended(TransactionCanceledException last) implements Transaction {}
}
