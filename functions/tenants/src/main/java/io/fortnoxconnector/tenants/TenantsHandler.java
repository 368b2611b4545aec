package io.fortnoxconnector.tenants;

import io.fortnoxconnector.api.Gate;
import io.fortnoxconnector.api.HttpHandler;
import io.fortnoxconnector.aws.Aws;
import io.fortnoxconnector.aws.Environment;
import io.fortnoxconnector.aws.Environment.Name;

/** A vendor's keys, Fortnox app and callback URLs. Routes: template.yaml, TenantsFunction. */
public final class TenantsHandler extends HttpHandler {

  /** What Lambda calls. */
  public TenantsHandler() {
    this(Environment.system());
  }

  public TenantsHandler(Environment environment) {
    this(new Aws(environment), environment);
  }

  private TenantsHandler(Aws aws, Environment environment) {
    super(
        new TenantsEndpoint(
            new Gate(aws.access()),
            new AdminGate(aws.secrets(), environment.get(Name.ADMIN_KEY_SECRET)),
            aws.tenants(),
            aws.connections(),
            aws.ending(),
            new EventIntervals(aws.intervals(), aws.rhythm())),
        aws.meter(),
        aws.timing());
  }
}
