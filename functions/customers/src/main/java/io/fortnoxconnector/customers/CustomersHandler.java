package io.fortnoxconnector.customers;

import static io.fortnoxconnector.translation.Customers.CUSTOMERS;

import io.fortnoxconnector.api.Gate;
import io.fortnoxconnector.api.HttpHandler;
import io.fortnoxconnector.api.ResourceEndpoint;
import io.fortnoxconnector.aws.Aws;
import io.fortnoxconnector.aws.Environment;

/**
 * Customers: list, read, create, replace, patch, delete. Routes: template.yaml, CustomersFunction.
 */
public final class CustomersHandler extends HttpHandler {

  /** What Lambda calls. */
  public CustomersHandler() {
    this(Environment.system());
  }

  public CustomersHandler(Environment environment) {
    this(new Aws(environment));
  }

  private CustomersHandler(Aws aws) {
    super(
        new ResourceEndpoint(
            CUSTOMERS, new Gate(aws.access()), aws.reader(), aws.desk(), aws.timing()),
        aws.meter(),
        aws.timing());
  }
}
