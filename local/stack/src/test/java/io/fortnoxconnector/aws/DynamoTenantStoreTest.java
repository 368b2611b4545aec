package io.fortnoxconnector.aws;

import io.fortnoxconnector.connector.contract.TenantStoreContract;
import io.fortnoxconnector.connector.events.Intervals;
import io.fortnoxconnector.connector.tenants.TenantStore;
import io.fortnoxconnector.local.stack.backends.OverBackends;
import io.fortnoxconnector.local.stack.backends.Services;

@OverBackends
class DynamoTenantStoreTest extends TenantStoreContract {

  private final DynamoTenantStore store;

  DynamoTenantStoreTest(Services aws) {
    store = new DynamoTenantStore(Tables.make(aws, "TenantsTable"));
  }

  @Override
  protected TenantStore store() {
    return store;
  }

  @Override
  protected Intervals intervals() {
    return store;
  }
}
