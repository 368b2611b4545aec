package io.fortnoxconnector.connector;

/** How much callers may send, whichever door they come by. */
public final class Limits {

  /**
   * A body's bytes. A DynamoDB item, and so a task, has room for 400 KB (Amazon DynamoDB developer
   * guide, "Quotas"); the largest sensible customer has a few.
   */
  public static final int MOST_BODY_BYTES = 256 * 1024;

  private Limits() {}
}
