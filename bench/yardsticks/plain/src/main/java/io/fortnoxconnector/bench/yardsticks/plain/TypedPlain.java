package io.fortnoxconnector.bench.yardsticks.plain;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPResponse;
import java.io.IOException;
import java.io.UncheckedIOException;

/** The event as an object of aws-lambda-java-events, bound by the runtime client. */
public final class TypedPlain
    implements RequestHandler<APIGatewayV2HTTPEvent, APIGatewayV2HTTPResponse> {

  private final Plain plain = new Plain();

  @Override
  public APIGatewayV2HTTPResponse handleRequest(APIGatewayV2HTTPEvent event, Context context) {
    try {
      return APIGatewayV2HTTPResponse.builder()
          .withStatusCode(200)
          .withBody(plain.answer(event.getRawPath()))
          .build();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
