package io.fortnoxconnector.bench.kill;

import static io.fortnoxconnector.bench.kill.Point.Side.AFTER;
import static io.fortnoxconnector.bench.kill.Point.Side.BEFORE;

import io.fortnoxconnector.bench.wire.Exchange;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;

/**
 * The places of the protocols at which a process is killed. What it does to the world are its
 * requests, so these lie before a request, which then never leaves, or after one took effect, whose
 * reply then never comes. docs/adr/0014-crash-tests.md.
 */
enum Point {
  TASK_STORED("CustomersFunction", AFTER, Requests::storesTask, "task stored, not queued"),
  TASK_QUEUED("CustomersFunction", AFTER, Requests::sendsMessage, "task queued, not marked so"),
  TASK_MARKED("CustomersFunction", AFTER, Requests::marksTask, "task accepted, caller not told"),
  JOB_STORED("JobsFunction", AFTER, Requests::storesTask, "job's task stored, not queued"),
  JOB_QUEUED("JobsFunction", AFTER, Requests::sendsMessage, "job's task queued, job not deleted"),
  TASK_LEASED("WriterFunction", AFTER, Requests::leasesTask, "task leased"),
  SLOT_RESERVED("WriterFunction", AFTER, Requests::reservesSlot, "slot of the budget reserved"),
  SENDING_RECORDED("WriterFunction", AFTER, Requests::recordsSending, "sending recorded, not sent"),
  CALL_LOST("WriterFunction", BEFORE, Requests::writesEntity, "call left, never arrived"),
  ENTITY_CREATED("WriterFunction", AFTER, Requests::createsEntity, "entity created, no reply yet"),
  ENTITY_CHANGED("WriterFunction", AFTER, Requests::changesEntity, "entity changed, no reply yet"),
  OUTCOME_UNSTORED("WriterFunction", BEFORE, Requests::recordsOutcome, "reply read, not recorded"),
  OUTCOME_STORED(
      "WriterFunction", AFTER, Requests::recordsOutcome, "recorded, message not deleted"),
  ENTITY_RECORDED(
      "WriterFunction", AFTER, Requests::recordsEntity, "entity recorded, rows missing"),
  ROW_LOST("WriterFunction", BEFORE, Requests::writesRow, "row left, never arrived"),
  ROW_WRITTEN("WriterFunction", AFTER, Requests::writesRow, "row written, no reply yet"),
  LOOKING("WriterFunction", AFTER, Requests::looksUp, "look-up answered, nothing concluded"),
  POSTPONED("WriterFunction", AFTER, Requests::postpones, "message postponed, batch not answered"),
  TOKEN_LEASED("", AFTER, Requests::leasesToken, "token leased, not asked for"),
  TOKEN_LOST("", BEFORE, Requests::asksForToken, "token request left, never arrived"),
  TOKEN_ROTATED("", AFTER, Requests::rotatesToken, "refresh token rotated, no reply yet"),
  TOKEN_UNSTORED("", BEFORE, Requests::storesToken, "token received, not stored"),
  TOKEN_STORED("", AFTER, Requests::storesToken, "token stored, not used"),
  REQUEUED("HousekeepingFunction", AFTER, Requests::sendsMessage, "re-queued, not marked so"),
  REQUEUE_MARKED("HousekeepingFunction", AFTER, Requests::marksTask, "re-queued and marked");

  /** On which side of the request. */
  enum Side {
    BEFORE,
    AFTER
  }

  private static final List<Point> ALL = List.of(values());

  private final String function;
  private final Side side;

  @SuppressWarnings("ImmutableEnumChecker") // References to methods without state.
  private final Predicate<Exchange> request;

  private final String description;

  Point(String function, Side side, Predicate<Exchange> request, String description) {
    this.function = function;
    this.side = side;
    this.request = request;
    this.description = description;
  }

  /** The points at which the function is now. */
  static List<Point> at(String function, Side side, Exchange exchange) {
    return ALL.stream()
        .filter(
            point ->
                point.side == side
                    && (point.function.isEmpty() || point.function.equals(function))
                    && point.request.test(exchange))
        .toList();
  }

  String description() {
    return description;
  }

  /** Where it is; any where all functions come by. */
  String function() {
    return function.isEmpty() ? "any" : function.replace("Function", "").toLowerCase(Locale.ROOT);
  }
}
