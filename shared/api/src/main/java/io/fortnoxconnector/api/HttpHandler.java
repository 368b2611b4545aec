package io.fortnoxconnector.api;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import io.fortnoxconnector.connector.Timing;
import io.fortnoxconnector.connector.metrics.InvocationMeter;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;

/** What Lambda calls of every HTTP function, and what is run of it before a snapshot. */
public abstract class HttpHandler implements RequestStreamHandler {

  private final HttpInvocation invocation;

  /** Kept, because a context of CRaC holds what is registered with it weakly. */
  @SuppressWarnings("UnusedVariable")
  private final Priming priming;

  protected HttpHandler(Endpoint endpoint, InvocationMeter meter, Timing timing) {
    this.invocation = new HttpInvocation(endpoint, meter, timing);
    this.priming = Priming.register(meter, new HttpRehearsal(endpoint, invocation));
  }

  @Override
  public final void handleRequest(InputStream in, OutputStream out, Context context)
      throws IOException {
    invocation.run(in, out, context);
  }
}
