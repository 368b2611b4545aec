package io.fortnoxconnector.connector.connections;

import java.net.URI;

/** What a browser that comes back from Fortnox gets to see. */
public sealed interface Arrival {

  /** Back to the vendor, with a one-time code or a fixed error code in the query. */
  record Redirect(URI to) implements Arrival {}

  /** A page of our own: who sent the browser here can't be trusted with a redirect. */
  record Page(Reason reason) implements Arrival {}

  /** Why there is no redirect. */
  enum Reason {
    /** Neither code nor state: Fortnox does this for locked or unpaid accounts. */
    ACCOUNT_UNAVAILABLE,
    /** The state is unknown, used, or older than ten minutes. */
    STATE_INVALID,
    /** The state is good, but it was another browser that set out with it. */
    OTHER_BROWSER,
    /** The login link is unknown or too old. */
    LINK_INVALID
  }
}
