package io.fortnoxconnector.connector.twins;

import io.fortnoxconnector.connector.contract.TenantStoreContract;
import io.fortnoxconnector.connector.tenants.TenantStore;

class InMemoryTenantStoreTest extends TenantStoreContract {

  private final TenantStore twin = new InMemoryTenantStore();

  @Override
  protected TenantStore store() {
    return twin;
  }
}
