package io.fortnoxconnector.tenants;

import io.fortnoxconnector.api.Endpoint;
import io.fortnoxconnector.api.Endpoints;
import io.fortnoxconnector.api.Gate;
import io.fortnoxconnector.api.HttpHandler;
import io.fortnoxconnector.aws.Aws;
import io.fortnoxconnector.aws.Environment;
import io.fortnoxconnector.aws.Environment.Name;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Vendors, with the names that Maesn's tenant administration has. Routes: template.yaml,
 * TenantsFunction.
 */
public final class TenantsHandler extends HttpHandler {

  /** What Lambda calls. */
  public TenantsHandler() {
    this(Environment.system());
  }

  public TenantsHandler(Environment environment) {
    this(new Aws(environment), environment);
  }

  private TenantsHandler(Aws aws, Environment environment) {
    super(
        new Endpoints(
            endpoints(aws, new AdminGate(aws.secrets(), environment.get(Name.ADMIN_KEY_SECRET)))),
        aws.meter(),
        aws.timing());
  }

  private static Map<String, Endpoint> endpoints(Aws aws, AdminGate adminGate) {
    var gate = new Gate(aws.access());
    var tenants = aws.tenants();
    var systems = new SystemsEndpoint(gate, tenants);
    var callbackUrls = new CallbackUrlsEndpoint(gate, tenants);
    var endUsers = new EndUsersEndpoint(gate, aws.connections(), aws.ending());
    var endpoints = new LinkedHashMap<String, Endpoint>();
    endpoints.put("/tenants", new VendorsEndpoint(adminGate, tenants));
    endpoints.put("/tenants/keys", new KeysEndpoint(gate, tenants));
    endpoints.put("/tenants/register-system", systems);
    endpoints.put("/tenants/get-registered-systems", systems);
    endpoints.put("/tenants/get-registered-systems-masked", systems);
    endpoints.put("/tenants/delete-registered-system", systems);
    endpoints.put("/tenants/add-callback-urls", callbackUrls);
    endpoints.put("/tenants/get-callback-urls", callbackUrls);
    endpoints.put("/tenants/get-end-user-list", endUsers);
    endpoints.put("/tenants/delete-end-user", endUsers);
    endpoints.put("/tenants/pass-through", new PassedWritesEndpoint(gate, tenants));
    endpoints.put(
        "/tenants/event-intervals",
        new EventIntervalsEndpoint(gate, aws.intervals(), aws.rhythm()));
    return endpoints;
  }
}
