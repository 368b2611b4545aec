package io.fortnoxconnector.connector.twins;

import io.fortnoxconnector.connector.tenants.TenantStore;
import io.fortnoxconnector.connector.contract.TenantStoreContract;

class InMemoryTenantStoreTest extends TenantStoreContract {

  private final TenantStore twin = new InMemoryTenantStore();

  @Override
  protected TenantStore store() {
    return twin;
  }
}
