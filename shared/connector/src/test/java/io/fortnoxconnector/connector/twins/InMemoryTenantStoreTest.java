package io.fortnoxconnector.connector.twins;

import io.fortnoxconnector.connector.contract.TenantStoreContract;
import io.fortnoxconnector.connector.events.Intervals;
import io.fortnoxconnector.connector.tenants.TenantStore;

class InMemoryTenantStoreTest extends TenantStoreContract {

  private final InMemoryTenantStore twin = new InMemoryTenantStore();

  @Override
  protected TenantStore store() {
    return twin;
  }

  @Override
  protected Intervals intervals() {
    return twin;
  }
}
