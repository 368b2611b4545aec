package io.fortnoxconnector.about;

import io.fortnoxconnector.api.HttpHandler;
import io.fortnoxconnector.aws.Environment;
import io.fortnoxconnector.connector.Timing;
import java.time.Clock;

/**
 * What the connector can do, whether it's up, and the answer to unknown paths. Routes:
 * template.yaml, AboutFunction.
 */
public final class AboutHandler extends HttpHandler {

  /** What Lambda calls. */
  public AboutHandler() {
    super(new AboutEndpoint(), Timing.real(Clock.systemUTC()));
  }

  /** This function needs no variable. */
  public AboutHandler(Environment environment) {
    this();
  }
}
