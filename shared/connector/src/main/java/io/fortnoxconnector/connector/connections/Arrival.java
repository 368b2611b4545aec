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
    /**
     * The state is unknown, used, older than ten minutes, or another browser's: whoever brings one
     * learns no more, so that somebody else's state answers like one that never was.
     */
    STATE_INVALID,
    /** The login link is unknown or too old. */
    LINK_INVALID
  }
}
