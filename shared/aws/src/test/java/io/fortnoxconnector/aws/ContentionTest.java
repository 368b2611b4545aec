package io.fortnoxconnector.aws;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.fortnoxconnector.connector.twins.FakeRandomness;
import io.fortnoxconnector.connector.twins.FakeTiming;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.CancellationReason;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItemsRequest;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItemsResponse;
import software.amazon.awssdk.services.dynamodb.model.TransactionCanceledException;
import software.amazon.awssdk.services.dynamodb.model.TransactionConflictException;
import software.amazon.awssdk.services.dynamodb.model.UpdateItemRequest;
import software.amazon.awssdk.services.dynamodb.model.UpdateItemResponse;

/** What DynamoDB Local never does: it refuses nobody because of another's transaction. */
class ContentionTest {

  private final FakeTiming timing = new FakeTiming();
  private final Refusing dynamo = new Refusing();
  private final Table table =
      new Table(() -> dynamo, "table", new Contention(new FakeRandomness(), timing));

  private Transaction transact() {
    TransactWriteItem write = table.updating("id", "ADD n :n", null, Item.empty().with(":n", 1));
    return table.transact(write, write);
  }

  @Test
  void aTransactionThatMeetsAnotherIsTriedAgainUnderATokenOfItsOwn() {
    dynamo.refuses("None", "TransactionConflict");
    dynamo.refuses("ThrottlingError", "None");

    assertThat(transact()).isEqualTo(new Transaction.Done());

    assertThat(dynamo.tokens).hasSize(3).doesNotHaveDuplicates();
    assertThat(timing.pauses()).hasSize(2);
  }

  @Test
  void anUnmetConditionIsAnAnswerEvenBesideAConflict() {
    dynamo.refuses("ConditionalCheckFailed", "TransactionConflict");

    assertThat(transact()).isInstanceOf(Transaction.Unmet.class);
    assertThat(timing.pauses()).isEmpty();
  }

  @Test
  void aTransactionThatAlwaysMeetsOthersIsGivenUpAfterSomeSeconds() {
    for (int i = 0; i < 100; i++) {
      dynamo.refuses("None", "TransactionConflict");
    }

    assertThat(transact()).isInstanceOf(Transaction.Contended.class);

    assertThat(dynamo.tokens).hasSize(20);
    assertThat(timing.pauses())
        .allMatch(pause -> pause.isPositive() && pause.compareTo(Duration.ofMillis(320)) <= 0);
    assertThat(timing.pauses().getFirst()).isLessThanOrEqualTo(Duration.ofMillis(20));
    assertThat(Duration.between(FakeTiming.START, timing.now()))
        .isBetween(Duration.ofSeconds(1), Duration.ofSeconds(5));
  }

  @Test
  void whatIsWrongWithATransactionIsNotTriedAgain() {
    dynamo.refuses("None", "ValidationError");

    assertThatThrownBy(this::transact).isInstanceOf(TransactionCanceledException.class);
    assertThat(timing.pauses()).isEmpty();
  }

  @Test
  void aSingleWriteThatMeetsATransactionIsTriedAgain() {
    dynamo.conflicts = 2;

    assertThat(table.update("id", "SET n = :n", "n < :n", Item.empty().with(":n", 1)).isDone())
        .isTrue();
    assertThat(timing.pauses()).hasSize(2);

    dynamo.conflicts = 100;
    assertThatThrownBy(() -> table.update("id", "SET n = :n", "n < :n", Item.empty().with(":n", 1)))
        .isInstanceOf(TransactionConflictException.class);
  }

  /** Refuses as it's told, and then takes everything. */
  private static final class Refusing implements DynamoDbClient {

    private final Deque<List<CancellationReason>> refusals = new ArrayDeque<>();
    private final List<String> tokens = new ArrayList<>();
    private int conflicts;

    void refuses(String... codes) {
      refusals.add(
          Arrays.stream(codes)
              .map(code -> CancellationReason.builder().code(code).build())
              .toList());
    }

    @Override
    public TransactWriteItemsResponse transactWriteItems(TransactWriteItemsRequest request) {
      tokens.add(request.clientRequestToken());
      List<CancellationReason> reasons = refusals.poll();
      if (reasons != null) {
        throw TransactionCanceledException.builder().cancellationReasons(reasons).build();
      }
      return TransactWriteItemsResponse.builder().build();
    }

    @Override
    public UpdateItemResponse updateItem(UpdateItemRequest request) {
      if (conflicts-- > 0) {
        throw TransactionConflictException.builder().build();
      }
      return UpdateItemResponse.builder().build();
    }

    @Override
    public String serviceName() {
      return SERVICE_NAME;
    }

    @Override
    public void close() {}
  }
}
