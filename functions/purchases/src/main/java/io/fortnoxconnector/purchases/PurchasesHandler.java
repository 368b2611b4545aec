package io.fortnoxconnector.purchases;

import static io.fortnoxconnector.translation.Bills.BILLS;
import static io.fortnoxconnector.translation.Expenses.EXPENSES;
import static io.fortnoxconnector.translation.VendorCredits.VENDOR_CREDITS;

import io.fortnoxconnector.api.ActionsEndpoint;
import io.fortnoxconnector.api.DocumentRoutes;
import io.fortnoxconnector.api.Endpoint;
import io.fortnoxconnector.api.Endpoints;
import io.fortnoxconnector.api.Gate;
import io.fortnoxconnector.api.HttpHandler;
import io.fortnoxconnector.api.ResourceEndpoint;
import io.fortnoxconnector.api.Variant;
import io.fortnoxconnector.aws.Aws;
import io.fortnoxconnector.aws.Environment;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Bills and vendor credits, their lines and actions; expenses. Routes: template.yaml,
 * PurchasesFunction.
 */
public final class PurchasesHandler extends HttpHandler {

  /** What Lambda calls. */
  public PurchasesHandler() {
    this(Environment.system());
  }

  public PurchasesHandler(Environment environment) {
    this(new Aws(environment));
  }

  private PurchasesHandler(Aws aws) {
    super(new Endpoints(endpoints(aws)), aws.meter(), aws.timing());
  }

  private static Map<String, Endpoint> endpoints(Aws aws) {
    var gate = new Gate(aws.access());
    var reader = aws.reader();
    var desk = aws.desk();
    var timing = aws.timing();
    var endpoints = new LinkedHashMap<String, Endpoint>();
    var documents = new DocumentRoutes(gate, reader, desk, timing);
    endpoints.putAll(documents.of(BILLS, "billId"));
    endpoints.putAll(documents.of(VENDOR_CREDITS, "vendorCreditId"));
    // Crediting a whole bill is an action of the bill's.
    var credits =
        new VendorCreditsEndpoint(
            gate,
            new ResourceEndpoint(VENDOR_CREDITS, gate, reader, desk, timing),
            new ActionsEndpoint(BILLS, gate, desk, timing));
    endpoints.put("/accounting/vendorCredits", credits);
    endpoints.put("/accounting/vendorCredit", credits);
    var expenses =
        new ResourceEndpoint(
            Variant.of(EXPENSES).takingForms("expense"), gate, reader, desk, timing);
    endpoints.put("/accounting/expenses", expenses);
    endpoints.put("/accounting/expenses/async", new AsyncEndpoint(expenses));
    return endpoints;
  }
}
