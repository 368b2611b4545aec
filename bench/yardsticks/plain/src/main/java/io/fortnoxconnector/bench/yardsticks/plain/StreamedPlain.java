package io.fortnoxconnector.bench.yardsticks.plain;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.Map;

/** The event as the bytes that came, read with the function's own mapper. */
public final class StreamedPlain implements RequestStreamHandler {

  private final Plain plain = new Plain();

  @Override
  public void handleRequest(InputStream event, OutputStream answer, Context context)
      throws IOException {
    String path = plain.json().readTree(event).path("rawPath").asText();
    answer.write(
        plain.json().writeValueAsBytes(Map.of("statusCode", 200, "body", plain.answer(path))));
  }
}
