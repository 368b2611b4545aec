package io.fortnoxconnector.connections;

import io.fortnoxconnector.api.Gate;
import io.fortnoxconnector.api.HttpHandler;
import io.fortnoxconnector.aws.Aws;
import io.fortnoxconnector.aws.Environment;
import io.fortnoxconnector.aws.Environment.Name;

/** Start, exchange, show and end a connection. Routes: template.yaml, ConnectionsFunction. */
public final class ConnectionsHandler extends HttpHandler {

  /** What Lambda calls. */
  public ConnectionsHandler() {
    this(Environment.system());
  }

  public ConnectionsHandler(Environment environment) {
    this(new Aws(environment), environment);
  }

  private ConnectionsHandler(Aws aws, Environment environment) {
    super(
        new ConnectionsEndpoint(
            new Gate(aws.access()),
            aws.connecting(),
            aws.ending(),
            environment.get(Name.PUBLIC_BASE_URL)),
        aws.meter(),
        aws.timing());
  }
}
