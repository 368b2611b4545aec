package io.fortnoxconnector.api;

import com.amazonaws.services.lambda.runtime.LambdaLogger;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.fortnoxconnector.fortnox.Json;
import java.util.Locale;

/**
 * One line of JSON per event, with fields from one list, so that a search finds them all and
 * nothing personal slips in.
 */
public final class Log {

  /** All fields that a line can have. */
  public enum Field {
    EVENT,
    REQUEST_ID,
    ROUTE,
    STATUS,
    MILLIS,
    CODES,
    TASK,
    MESSAGE_ID,
    OUTCOME,
    WAIT_SECONDS,
    REQUEUED,
    KEPT_ALIVE,
    LOOKS,
    TOLD,
    WOKEN,
    WEBHOOK,
    CONNECTION,
    EXCEPTION,
    WHERE
  }

  private final ObjectNode line = JsonNodeFactory.instance.objectNode();

  private Log(String event) {
    line.put("event", event);
  }

  public static Log event(String name) {
    return new Log(name);
  }

  public Log with(Field field, String value) {
    line.put(name(field), value);
    return this;
  }

  public Log with(Field field, long value) {
    line.put(name(field), value);
    return this;
  }

  /**
   * An accident: its class and the place, without its message, which may quote what somebody sent.
   */
  public Log with(Throwable accident) {
    StackTraceElement[] trace = accident.getStackTrace();
    with(Field.EXCEPTION, accident.getClass().getName());
    return trace.length == 0 ? this : with(Field.WHERE, trace[0].toString());
  }

  public void to(LambdaLogger logger) {
    logger.log(Json.write(line) + "\n");
  }

  private static String name(Field field) {
    return field.name().toLowerCase(Locale.ROOT);
  }
}
