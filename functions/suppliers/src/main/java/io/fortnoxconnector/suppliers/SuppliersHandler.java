package io.fortnoxconnector.suppliers;

import static io.fortnoxconnector.translation.Suppliers.SUPPLIERS;

import io.fortnoxconnector.api.Gate;
import io.fortnoxconnector.api.HttpHandler;
import io.fortnoxconnector.api.ResourceEndpoint;
import io.fortnoxconnector.aws.Aws;
import io.fortnoxconnector.aws.Environment;

/** Suppliers: list, read, create, replace, patch. Routes: template.yaml, SuppliersFunction. */
public final class SuppliersHandler extends HttpHandler {

  /** What Lambda calls. */
  public SuppliersHandler() {
    this(Environment.system());
  }

  public SuppliersHandler(Environment environment) {
    this(new Aws(environment));
  }

  private SuppliersHandler(Aws aws) {
    super(
        new ResourceEndpoint(
            SUPPLIERS, new Gate(aws.access()), aws.reader(), aws.desk(), aws.timing()),
        aws.meter(),
        aws.timing());
  }
}
