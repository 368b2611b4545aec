package io.fortnoxconnector.purchases;

import static io.fortnoxconnector.translation.Bills.BILLS;
import static io.fortnoxconnector.translation.Expenses.EXPENSES;
import static io.fortnoxconnector.translation.VendorCredits.VENDOR_CREDITS;

import io.fortnoxconnector.api.ActionsEndpoint;
import io.fortnoxconnector.api.Endpoint;
import io.fortnoxconnector.api.Endpoints;
import io.fortnoxconnector.api.Gate;
import io.fortnoxconnector.api.HttpHandler;
import io.fortnoxconnector.api.LinesEndpoint;
import io.fortnoxconnector.api.ResourceEndpoint;
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
    endpoints.put("/accounting/bills", new ResourceEndpoint(BILLS, gate, reader, desk, timing));
    String bill = "/accounting/bills/{billId}/";
    endpoints.put(bill + "lineItems", new LinesEndpoint(BILLS, gate, reader, desk, timing));
    var actions = new ActionsEndpoint(BILLS, gate, desk, timing);
    BILLS.actions().forEach(action -> endpoints.put(bill + action.name(), actions));
    var credits =
        new VendorCreditsEndpoint(
            gate, new ResourceEndpoint(VENDOR_CREDITS, gate, reader, desk, timing), actions);
    endpoints.put("/accounting/vendorCredits", credits);
    endpoints.put("/accounting/vendorCredit", credits);
    endpoints.put(
        "/accounting/vendorCredits/{vendorCreditId}/lineItems",
        new LinesEndpoint(VENDOR_CREDITS, gate, reader, desk, timing));
    var expenses = new ResourceEndpoint(EXPENSES, gate, reader, desk, timing);
    endpoints.put("/accounting/expenses", expenses);
    endpoints.put("/accounting/expenses/async", new AsyncEndpoint(expenses));
    return endpoints;
  }
}
