package io.fortnoxconnector.aws;

import io.fortnoxconnector.connector.Randomness;
import io.fortnoxconnector.connector.Timing;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.CancellationReason;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;
import software.amazon.awssdk.services.dynamodb.model.TransactionCanceledException;
import software.amazon.awssdk.services.dynamodb.model.TransactionConflictException;

/**
 * Writes with patience for items that another transaction has just then. DynamoDB refuses whoever
 * comes second, and the SDK leaves the repetition to its caller (Amazon DynamoDB developer guide,
 * "Transaction conflict handling"): again after a random pause whose bound doubles from 20 to 320
 * ms, about two and a half seconds in all.
 */
final class Contention {

  private static final int MOST_TRIES = 20;
  private static final int FIRST_BOUND = 20;
  private static final int DOUBLINGS = 4;

  private static final String UNMET = "ConditionalCheckFailed";

  /** Amazon DynamoDB API reference, TransactWriteItems: reasons that pass by themselves. */
  private static final Set<String> MET_OR_PASSING =
      Set.of("None", "TransactionConflict", "ThrottlingError", "ProvisionedThroughputExceeded");

  private final Randomness randomness;
  private final Timing timing;

  Contention(Randomness randomness, Timing timing) {
    this.randomness = randomness;
    this.timing = timing;
  }

  /**
   * One conditional write.
   *
   * @param write sends it, and returns the attributes that are shown
   */
  Write attempt(Supplier<Map<String, AttributeValue>> write) {
    for (int tries = 1; ; tries++) {
      try {
        return new Write.Done(Item.of(write.get()));
      } catch (ConditionalCheckFailedException e) {
        return new Write.Unmet(
            Item.of(e.hasItem() ? e.item() : new HashMap<String, AttributeValue>()));
      } catch (TransactionConflictException e) {
        if (tries == MOST_TRIES) {
          throw e;
        }
        pauseAfter(tries);
      }
    }
  }

  /** All of these writes or none of them. */
  Transaction transact(DynamoDbClient client, TransactWriteItem... writes) {
    for (int tries = 1; ; tries++) {
      // DynamoDB knows the SDK's repetitions of an attempt by its token. A new one each time: it
      // stands for ten minutes for what it was first used with.
      String token = randomness.id();
      try {
        client.transactWriteItems(
            request -> request.transactItems(writes).clientRequestToken(token));
        return new Transaction.Done();
      } catch (TransactionCanceledException e) {
        List<String> codes =
            e.cancellationReasons().stream().map(CancellationReason::code).toList();
        if (codes.contains(UNMET)) {
          return new Transaction.Unmet(found(e.cancellationReasons()));
        }
        if (!MET_OR_PASSING.containsAll(codes)) {
          throw e;
        }
        if (tries == MOST_TRIES) {
          return new Transaction.Contended(e);
        }
        pauseAfter(tries);
      }
    }
  }

  private static List<@Nullable Item> found(List<CancellationReason> reasons) {
    var found = new ArrayList<@Nullable Item>();
    for (CancellationReason reason : reasons) {
      found.add(UNMET.equals(reason.code()) ? Item.of(reason.item()) : null);
    }
    return found;
  }

  private void pauseAfter(int tries) {
    int bound = FIRST_BOUND << Math.min(tries - 1, DOUBLINGS);
    int random = ByteBuffer.wrap(randomness.bytes(Integer.BYTES)).getInt();
    timing.pause(Duration.ofMillis(1 + Math.floorMod(random, bound)));
  }
}
