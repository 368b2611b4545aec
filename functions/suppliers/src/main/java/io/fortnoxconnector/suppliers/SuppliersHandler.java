package io.fortnoxconnector.suppliers;

import static io.fortnoxconnector.translation.Suppliers.SUPPLIERS;

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
 * Suppliers: list, read, create, replace, patch; many at once. Routes: template.yaml,
 * SuppliersFunction.
 */
public final class SuppliersHandler extends HttpHandler {

  /** What Lambda calls. */
  public SuppliersHandler() {
    this(Environment.system());
  }

  public SuppliersHandler(Environment environment) {
    this(new Aws(environment));
  }

  private SuppliersHandler(Aws aws) {
    this(aws, new Gate(aws.access()), aws.desk());
  }

  private SuppliersHandler(Aws aws, Gate gate, WriteDesk desk) {
    super(
        new Endpoints(
            Map.of(
                "/accounting/suppliers",
                new ResourceEndpoint(SUPPLIERS, gate, aws.reader(), desk, aws.timing()),
                "/accounting/suppliers/bulk",
                new BulkEndpoint(SUPPLIERS, gate, aws.bulkDesk(desk)))),
        aws.meter(),
        aws.timing());
  }
}
