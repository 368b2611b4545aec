package io.fortnoxconnector.connector.tenants;

/**
 * Whether a vendor's writes may be passed on to Fortnox as they are. Off unless the vendor has
 * switched it on: of such a write nothing is checked, and after a lost answer nothing is found.
 */
public final class PassThroughSwitch {

  private final TenantStore tenants;

  public PassThroughSwitch(TenantStore tenants) {
    this.tenants = tenants;
  }

  public boolean isOn(String tenant) {
    return tenants.find(tenant).filter(Tenant::passesWrites).isPresent();
  }
}
