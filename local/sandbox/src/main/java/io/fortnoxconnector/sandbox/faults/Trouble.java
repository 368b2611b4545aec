package io.fortnoxconnector.sandbox.faults;

import java.time.Duration;

/** What goes wrong with a request. */
public sealed interface Trouble {

  /** The request waits this long before anything is done; it then goes on as usual. */
  record Delay(Duration time) implements Trouble {}

  /** The connection closes before anything was done. */
  record RequestLost() implements Trouble {}

  /** The change is made, and the connection closes without an answer. */
  record ReplyLost() implements Trouble {}

  /** Nothing is done, and the gateway answers this status: 500, 502, 503, 504 or 429. */
  record Refusal(int status) implements Trouble {}

  /** The change is made, and the gateway answers this status all the same. */
  record FailureAfterwards(int status) implements Trouble {}
}
