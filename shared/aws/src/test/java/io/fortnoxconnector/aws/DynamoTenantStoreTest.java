package io.fortnoxconnector.aws;

import io.fortnoxconnector.connector.contract.TenantStoreContract;
import io.fortnoxconnector.connector.tenants.TenantStore;

class DynamoTenantStoreTest extends TenantStoreContract {

  private final TenantStore store = new DynamoTenantStore(DynamoLocal.plain());

  @Override
  protected TenantStore store() {
    return store;
  }
}
