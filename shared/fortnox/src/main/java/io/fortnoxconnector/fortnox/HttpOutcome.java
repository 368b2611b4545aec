package io.fortnoxconnector.fortnox;

import org.jspecify.annotations.Nullable;

/** What came of one HTTP request. */
sealed interface HttpOutcome {

  /**
   * Any status. The body is empty with a 401 to anything but a GET: the JDK throws it away.
   *
   * @param isRaw whether each character of the body stands for one byte
   * @param disposition the header {@code Content-Disposition}
   */
  record Answer(
      int status,
      String body,
      boolean isRaw,
      @Nullable String contentType,
      @Nullable String disposition,
      @Nullable String requestId,
      @Nullable String retryAfter)
      implements HttpOutcome {

    boolean isSuccess() {
      return status >= 200 && status < 300;
    }

    /** Bodies hold tokens and personal data. */
    @Override
    public String toString() {
      return "Answer[" + status + "]";
    }
  }

  /** No answer, or half of one. */
  record NoAnswer(boolean mayHaveArrived, String reason) implements HttpOutcome {}
}
