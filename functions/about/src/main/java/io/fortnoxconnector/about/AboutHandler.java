package io.fortnoxconnector.about;

import io.fortnoxconnector.api.HttpHandler;
import io.fortnoxconnector.aws.Environment;
import io.fortnoxconnector.aws.Environment.Name;
import io.fortnoxconnector.connector.Timing;
import io.fortnoxconnector.connector.metrics.InvocationMeter;
import java.time.Clock;

/**
 * What the connector can do, whether it's up, the console, and the answer to unknown paths. Routes:
 * template.yaml, AboutFunction.
 */
public final class AboutHandler extends HttpHandler {

  /** What Lambda calls. */
  public AboutHandler() {
    this(Environment.system());
  }

  public AboutHandler(Environment environment) {
    super(
        new AboutEndpoint(),
        new InvocationMeter(environment.get(Name.SERVICE_NAME)),
        Timing.real(Clock.systemUTC()));
  }
}
