package io.fortnoxconnector.sales;

import static io.fortnoxconnector.translation.Items.ITEMS;

import io.fortnoxconnector.api.Gate;
import io.fortnoxconnector.api.HttpHandler;
import io.fortnoxconnector.api.ResourceEndpoint;
import io.fortnoxconnector.aws.Aws;
import io.fortnoxconnector.aws.Environment;

/** Items: list, read, create, replace, patch, delete. Routes: template.yaml, SalesFunction. */
public final class SalesHandler extends HttpHandler {

  /** What Lambda calls. */
  public SalesHandler() {
    this(Environment.system());
  }

  public SalesHandler(Environment environment) {
    this(new Aws(environment));
  }

  private SalesHandler(Aws aws) {
    super(
        new ResourceEndpoint(ITEMS, new Gate(aws.access()), aws.reader(), aws.desk(), aws.timing()),
        aws.meter(),
        aws.timing());
  }
}
