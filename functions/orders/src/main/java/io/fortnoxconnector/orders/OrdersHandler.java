package io.fortnoxconnector.orders;

import static io.fortnoxconnector.translation.Offers.OFFERS;
import static io.fortnoxconnector.translation.Prices.PRICES;
import static io.fortnoxconnector.translation.Prices.PRICE_LISTS;
import static io.fortnoxconnector.translation.SalesOrders.SALES_ORDERS;

import io.fortnoxconnector.api.DocumentRoutes;
import io.fortnoxconnector.api.Endpoint;
import io.fortnoxconnector.api.Endpoints;
import io.fortnoxconnector.api.Gate;
import io.fortnoxconnector.api.HttpHandler;
import io.fortnoxconnector.api.ResourceEndpoint;
import io.fortnoxconnector.aws.Aws;
import io.fortnoxconnector.aws.Environment;
import java.util.LinkedHashMap;
import java.util.List;

/**
 * Offers and sales orders, their lines and actions; price lists and prices. Routes: template.yaml,
 * OrdersFunction.
 */
public final class OrdersHandler extends HttpHandler {

  /** What Lambda calls. */
  public OrdersHandler() {
    this(Environment.system());
  }

  public OrdersHandler(Environment environment) {
    this(new Aws(environment));
  }

  private OrdersHandler(Aws aws) {
    super(endpoints(aws), aws.meter(), aws.timing());
  }

  private static Endpoint endpoints(Aws aws) {
    var gate = new Gate(aws.access());
    var documents = new DocumentRoutes(gate, aws.reader(), aws.desk(), aws.timing());
    var endpoints = new LinkedHashMap<String, Endpoint>();
    endpoints.putAll(documents.of(SALES_ORDERS, "salesOrderId"));
    endpoints.putAll(documents.of(OFFERS, "offerId"));
    for (var resource : List.of(PRICE_LISTS, PRICES)) {
      endpoints.put(
          "/accounting/" + resource.name(),
          new ResourceEndpoint(resource, gate, aws.reader(), aws.desk(), aws.timing()));
    }
    return new Endpoints(endpoints);
  }
}
