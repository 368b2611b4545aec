package io.fortnoxconnector.customers;

import static io.fortnoxconnector.translation.Customers.CUSTOMERS;

import io.fortnoxconnector.api.BulkEndpoint;
import io.fortnoxconnector.api.Endpoints;
import io.fortnoxconnector.api.Gate;
import io.fortnoxconnector.api.HttpHandler;
import io.fortnoxconnector.api.ResourceEndpoint;
import io.fortnoxconnector.aws.Aws;
import io.fortnoxconnector.aws.Environment;
import io.fortnoxconnector.connector.tasks.WriteDesk;
import java.util.Map;

/**
 * Customers: list, read, create, replace, patch, delete; many at once. Routes: template.yaml,
 * CustomersFunction.
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
    this(aws, new Gate(aws.access()), aws.desk());
  }

  private CustomersHandler(Aws aws, Gate gate, WriteDesk desk) {
    super(
        new Endpoints(
            Map.of(
                "/accounting/customers",
                new ResourceEndpoint(CUSTOMERS, gate, aws.reader(), desk, aws.timing()),
                "/accounting/customers/bulk",
                new BulkEndpoint(CUSTOMERS, gate, aws.bulkDesk(desk)))),
        aws.meter(),
        aws.timing());
  }
}
