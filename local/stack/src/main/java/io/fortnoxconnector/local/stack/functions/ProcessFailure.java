package io.fortnoxconnector.local.stack.functions;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

/** Why a process gave no result. Without a stack trace of this side, which would say nothing. */
final class ProcessFailure extends Exception {

  private static final long serialVersionUID = 1L;
  private static final ObjectMapper JSON = new ObjectMapper();

  private ProcessFailure(String message) {
    super(message, null, false, false);
  }

  /** As Lambda's runtime client reports what a handler threw: errorType and errorMessage. */
  static ProcessFailure reported(String body) {
    try {
      JsonNode error = JSON.readTree(body);
      return new ProcessFailure(
          error.path("errorType").asText("Unknown") + ": " + error.path("errorMessage").asText(""));
    } catch (JsonProcessingException e) {
      return new ProcessFailure(body);
    }
  }

  /** On Linux a process that was killed by signal n ends with status 128 + n. */
  static ProcessFailure ended(long pid, int status) {
    return new ProcessFailure("process " + pid + " ended with status " + status);
  }
}
