package io.fortnoxconnector.connector.problems;

import java.util.Locale;

/**
 * Every kind of problem: its HTTP status, its title, and whether the same request may succeed
 * later. The code is the name in kebab case.
 */
public enum ProblemType {
  BODY_MALFORMED(400, "The body is not JSON"),
  BODY_TOO_LARGE(413, "The body is too large"),
  FIELD_INVALID(400, "A field is not acceptable"),
  FIELD_UNKNOWN(400, "A field doesn't exist"),
  FIELD_REQUIRED(400, "A field is missing"),
  FIELD_NOT_CLEARABLE(400, "A field can't be emptied"),
  PARAMETER_INVALID(400, "A parameter is not acceptable"),
  HEADER_INVALID(400, "A header is not acceptable"),
  KEY_INVALID(401, "The keys open nothing"),
  NOT_FOUND(404, "There is no such thing"),
  ROUTE_UNKNOWN(404, "There is no such path"),
  METHOD_UNKNOWN(405, "The path doesn't know this method"),
  LINE_NOT_CHANGEABLE(409, "The document's lines don't allow this"),
  PASS_THROUGH_OFF(403, "Writes aren't passed on"),
  OPERATION_NOT_POSSIBLE(405, "Fortnox can't do this"),
  MEDIA_TYPE_UNSUPPORTED(415, "The body's media type is not JSON"),
  IDEMPOTENCY_KEY_REUSED(422, "The idempotency key belongs to another request"),
  CALLBACK_URL_NOT_ALLOWED(400, "The callback URL is not on the allow-list"),
  SYSTEM_NOT_REGISTERED(409, "No Fortnox integration is registered"),
  CODE_INVALID(400, "The code opens nothing"),
  TOO_MANY_WEBHOOKS(409, "There are as many webhooks as there may be"),

  RECONNECT_REQUIRED(403, "The company must connect again"),
  SCOPE_MISSING(403, "The consent doesn't cover this"),
  LICENCE_MISSING(403, "The company lacks a licence at Fortnox"),
  PERMISSION_MISSING(403, "A permission is missing at Fortnox"),
  INTEGRATION_REFUSED(403, "Fortnox refuses the integration"),

  FORTNOX_NOT_FOUND(404, "Fortnox has no such thing"),
  FORTNOX_CONFLICT(409, "Fortnox's state doesn't allow this"),
  FORTNOX_REFUSED(400, "Fortnox refuses this"),
  FORTNOX_CALL_REFUSED(502, "Fortnox refuses how it was asked"),
  CONTENT_LOST(409, "The file isn't kept any longer"),
  MATCH_AMBIGUOUS(409, "More than one matches"),
  ROWS_NOT_STORED(409, "Some rows weren't stored"),
  DOCUMENT_TOO_LARGE(502, "The document is too large to be handed on"),
  OUTCOME_UNCERTAIN(409, "Nobody can tell whether Fortnox did it"),
  TASK_CANCELLED(409, "The write was cancelled"),
  TASK_NOT_CANCELLABLE(409, "The write can't be cancelled any more"),
  TASK_ABANDONED(503, "The write was given up", true),

  RATE_LIMITED(429, "Fortnox's rate limit is used up", true),
  TOO_MANY_OPEN_WRITES(429, "Too many of the company's writes are unfinished", true),
  WRITES_BUSY(503, "Too many writes of the company came at once", true),
  FORTNOX_UNAVAILABLE(502, "Fortnox has trouble", true),
  FORTNOX_UNREACHABLE(503, "Fortnox can't be reached", true),
  FORTNOX_TIMEOUT(504, "Fortnox didn't answer in time", true),
  TOKEN_BUSY(503, "The connection's token is being renewed", true),
  INTERNAL(500, "Something went wrong here", true);

  private final int status;
  private final String title;
  private final boolean retriable;

  ProblemType(int status, String title) {
    this(status, title, false);
  }

  ProblemType(int status, String title, boolean retriable) {
    this.status = status;
    this.title = title;
    this.retriable = retriable;
  }

  public int status() {
    return status;
  }

  public String title() {
    return title;
  }

  public boolean isRetriable() {
    return retriable;
  }

  public String code() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  public Problem about(String detail) {
    return new Problem(this, detail, null, null, null);
  }

  public Problem about(String pointer, String detail) {
    return new Problem(this, detail, pointer, null, null);
  }
}
