package io.fortnoxconnector.bench.faults;

import static io.fortnoxconnector.local.stack.Service.DYNAMODB;
import static io.fortnoxconnector.local.stack.Service.FORTNOX_API;
import static io.fortnoxconnector.local.stack.Service.FORTNOX_AUTH;
import static io.fortnoxconnector.local.stack.Service.KMS;
import static io.fortnoxconnector.local.stack.Service.SECRETS_MANAGER;
import static io.fortnoxconnector.local.stack.Service.SQS;

import io.fortnoxconnector.bench.wire.Action;
import io.fortnoxconnector.bench.wire.Exchange;
import io.fortnoxconnector.bench.wire.Rule;
import io.fortnoxconnector.local.stack.Service;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.Predicate;
import java.util.function.Supplier;

/** The kinds of trouble. Shares are of the requests that a kind is about. */
final class Faults {

  static final String ROTATIONS_LOST = "rotations' replies cut";

  private static final Map<String, String> HTML = Map.of("Content-Type", "text/html");
  private static final int[] GATEWAY = {500, 502, 503, 504};

  private final Random random;

  Faults(Random random) {
    this.random = random;
  }

  /** Fortnox makes the change, and the connection breaks before its answer. */
  Fault repliesCut() {
    return after("replies cut after the change", 0.4, Faults::isWrite, () -> Action.CUT);
  }

  /** The request never arrives: the caller can't tell that from a cut reply. */
  Fault requestsCut() {
    return before("requests cut before it", 0.4, at(FORTNOX_API, FORTNOX_AUTH), () -> Action.CUT);
  }

  Fault stormBefore() {
    return before("5xx instead of the change", 0.7, at(FORTNOX_API, FORTNOX_AUTH), this::gateway);
  }

  Fault stormAfter() {
    return after("5xx after the change", 0.7, Faults::isWrite, this::gateway);
  }

  Fault tooManyRequests() {
    return before(
        "429 without Retry-After",
        0.5,
        at(FORTNOX_API),
        () -> new Action.Answer(429, Map.of("Content-Type", "text/plain"), "Too Many Requests"));
  }

  Fault tooManyRequestsUntil() {
    return before(
        "429 with Retry-After",
        0.5,
        at(FORTNOX_API),
        () -> new Action.Answer(429, Map.of("Retry-After", "2"), ""));
  }

  /** Fortnox takes so long that the caller has given up before the change is made. */
  Fault slow(Duration time) {
    return before(
        time.toSeconds() + " s at Fortnox", 0.3, Faults::isWrite, () -> Action.delay(time));
  }

  /** What the SDK repeats by itself, and then gives up. */
  Fault throttling() {
    List<String> types =
        List.of(
            "com.amazonaws.dynamodb.v20120810#ProvisionedThroughputExceededException",
            "com.amazon.coral.availability#ThrottlingException",
            "com.amazonaws.dynamodb.v20120810#TransactionConflictException");
    return before(
        "DynamoDB throttles",
        0.5,
        at(DYNAMODB),
        () -> Action.fault(400, types.get(random.nextInt(types.size()))));
  }

  Fault noDatabase() {
    return before(
        "DynamoDB is out",
        1,
        at(DYNAMODB),
        () ->
            random.nextBoolean()
                ? Action.CUT
                : Action.fault(500, "com.amazonaws.dynamodb.v20120810#InternalServerError"));
  }

  /** It took effect, and the SDK does it once more. */
  Fault databaseRepliesLost() {
    return after(
        "DynamoDB's replies lost",
        0.3,
        exchange -> exchange.service() == DYNAMODB && !exchange.operation().equals("GetItem"),
        () -> Action.CUT);
  }

  Fault databaseRequestsDoubled() {
    return before(
        "DynamoDB's requests doubled",
        0.5,
        exchange -> exchange.service() == DYNAMODB && !exchange.operation().equals("GetItem"),
        () -> Action.TWICE);
  }

  Fault messagesDoubled() {
    return before("messages sent twice", 1, at(SQS, "SendMessage"), () -> Action.TWICE);
  }

  Fault messagesLost() {
    return after("SQS's replies lost", 0.5, at(SQS, "SendMessage"), () -> Action.CUT);
  }

  /** What waits comes again only after the visibility timeout. Fortnox's 5xx make it wait. */
  Fault delaysRefused() {
    Predicate<Exchange> delays = at(SQS, "ChangeMessageVisibility");
    return new Fault(
        "ChangeMessageVisibility refused",
        exchange -> {
          if (delays.test(exchange)) {
            return Action.fault(400, "com.amazonaws.sqs#ReceiptHandleIsInvalid");
          }
          return isWrite(exchange) && random.nextDouble() < 0.3 ? gateway() : Action.FORWARD;
        });
  }

  Fault kmsRefuses() {
    List<String> types =
        List.of("AccessDeniedException", "ThrottlingException", "KMSInternalException");
    return before(
        "KMS refuses", 0.8, at(KMS), () -> Action.fault(400, types.get(random.nextInt(3))));
  }

  /** The worst moment: Fortnox has used up the old refresh token, and the new one isn't sealed. */
  Fault kmsRefusesAfterRotation() {
    return new Fault("KMS refuses after a rotation", new AfterRotation(at(KMS)));
  }

  /** The same for the table: the new refresh token can't be stored. */
  Fault noDatabaseAfterRotation() {
    return new Fault("DynamoDB is out after a rotation", new AfterRotation(at(DYNAMODB)));
  }

  /** Fortnox has rotated, and nobody hears of the new token. */
  Fault rotationsLost() {
    return after(ROTATIONS_LOST, 0.3, AfterRotation::isRefresh, () -> Action.CUT);
  }

  Fault noSecrets() {
    return before(
        "Secrets Manager is out",
        1,
        at(SECRETS_MANAGER),
        () -> Action.fault(500, "InternalServiceError"));
  }

  private Action gateway() {
    return new Action.Answer(
        GATEWAY[random.nextInt(GATEWAY.length)], HTML, "<html><title>Trouble</title></html>");
  }

  private Fault before(
      String name, double share, Predicate<Exchange> which, Supplier<Action> action) {
    return new Fault(
        name,
        exchange ->
            which.test(exchange) && random.nextDouble() < share ? action.get() : Action.FORWARD);
  }

  private Fault after(
      String name, double share, Predicate<Exchange> which, Supplier<Action> action) {
    return new Fault(
        name,
        new Rule() {
          @Override
          public Action before(Exchange exchange) {
            return Action.FORWARD;
          }

          @Override
          public Action after(Exchange exchange, int status, String reply) {
            return which.test(exchange) && random.nextDouble() < share
                ? action.get()
                : Action.FORWARD;
          }
        });
  }

  private static Predicate<Exchange> at(Service... services) {
    List<Service> all = List.of(services);
    return exchange -> all.contains(exchange.service());
  }

  private static Predicate<Exchange> at(Service service, String operation) {
    return exchange -> exchange.service() == service && exchange.operation().equals(operation);
  }

  static boolean isWrite(Exchange exchange) {
    return exchange.service() == FORTNOX_API && !exchange.method().equals("GET");
  }
}
