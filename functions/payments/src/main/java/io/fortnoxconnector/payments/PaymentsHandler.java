package io.fortnoxconnector.payments;

import io.fortnoxconnector.api.ActionsEndpoint;
import io.fortnoxconnector.api.Endpoint;
import io.fortnoxconnector.api.Endpoints;
import io.fortnoxconnector.api.Gate;
import io.fortnoxconnector.api.HttpHandler;
import io.fortnoxconnector.api.MergedEndpoint;
import io.fortnoxconnector.api.ResourceEndpoint;
import io.fortnoxconnector.aws.Aws;
import io.fortnoxconnector.aws.Environment;
import io.fortnoxconnector.translation.Payments;
import java.util.Map;

/**
 * Payments of invoices and of bills, and both as transactions. Routes: template.yaml,
 * PaymentsFunction.
 */
public final class PaymentsHandler extends HttpHandler {

  /** What Lambda calls. */
  public PaymentsHandler() {
    this(Environment.system());
  }

  public PaymentsHandler(Environment environment) {
    this(new Aws(environment));
  }

  private PaymentsHandler(Aws aws) {
    super(new Endpoints(endpoints(aws)), aws.meter(), aws.timing());
  }

  private static Map<String, Endpoint> endpoints(Aws aws) {
    var gate = new Gate(aws.access());
    var reader = aws.reader();
    var desk = aws.desk();
    var timing = aws.timing();
    return Map.of(
        "/accounting/invoicePayments",
        new ResourceEndpoint(Payments.INVOICE_PAYMENTS, gate, reader, desk, timing),
        "/accounting/invoicePayments/{invoicePaymentId}/bookkeep",
        new ActionsEndpoint(Payments.INVOICE_PAYMENTS, gate, desk, timing),
        "/accounting/billPayments",
        new ResourceEndpoint(Payments.BILL_PAYMENTS, gate, reader, desk, timing),
        "/accounting/billPayments/{billPaymentId}/bookkeep",
        new ActionsEndpoint(Payments.BILL_PAYMENTS, gate, desk, timing),
        TransactionKind.PATH,
        new MergedEndpoint(
            TransactionKind.variants(), TransactionKind::of, gate, reader, desk, timing));
  }
}
