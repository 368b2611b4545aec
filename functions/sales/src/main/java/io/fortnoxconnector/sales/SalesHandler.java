package io.fortnoxconnector.sales;

import static io.fortnoxconnector.translation.CreditNotes.CREDIT_NOTES;
import static io.fortnoxconnector.translation.Invoices.INVOICES;
import static io.fortnoxconnector.translation.Items.ITEMS;

import io.fortnoxconnector.api.BulkEndpoint;
import io.fortnoxconnector.api.DocumentRoutes;
import io.fortnoxconnector.api.Endpoint;
import io.fortnoxconnector.api.Endpoints;
import io.fortnoxconnector.api.Gate;
import io.fortnoxconnector.api.HttpHandler;
import io.fortnoxconnector.api.ResourceEndpoint;
import io.fortnoxconnector.aws.Aws;
import io.fortnoxconnector.aws.Environment;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Items; invoices and credit notes, their lines and actions. Routes: template.yaml, SalesFunction.
 */
public final class SalesHandler extends HttpHandler {

  /** What Lambda calls. */
  public SalesHandler() {
    this(Environment.system());
  }

  public SalesHandler(Environment environment) {
    this(new Aws(environment));
  }

  private SalesHandler(Aws aws) {
    super(new Endpoints(endpoints(aws)), aws.meter(), aws.timing());
  }

  private static Map<String, Endpoint> endpoints(Aws aws) {
    var gate = new Gate(aws.access());
    var reader = aws.reader();
    var desk = aws.desk();
    var timing = aws.timing();
    var endpoints = new LinkedHashMap<String, Endpoint>();
    endpoints.put("/accounting/items", new ResourceEndpoint(ITEMS, gate, reader, desk, timing));
    endpoints.put("/accounting/items/bulk", new BulkEndpoint(ITEMS, gate, aws.bulkDesk(desk)));
    endpoints.put(
        "/accounting/invoices/bulk", new BulkEndpoint(INVOICES, gate, aws.bulkDesk(desk)));
    var documents = new DocumentRoutes(gate, reader, desk, timing);
    endpoints.putAll(documents.of(INVOICES, "invoiceId"));
    endpoints.putAll(documents.of(CREDIT_NOTES, "creditNoteId"));
    return endpoints;
  }
}
