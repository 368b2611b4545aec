package io.fortnoxconnector.bench.workload;

import io.fortnoxconnector.local.stack.client.Api;
import io.fortnoxconnector.local.stack.client.ConnectedCompany;
import io.fortnoxconnector.local.stack.client.RegisteredVendor;

/** A company that a vendor connected, and connects again when it must. */
public final class WritingCompany {

  private final RegisteredVendor vendor;
  private volatile ConnectedCompany connected;
  private volatile boolean ended;
  private int reconnections;

  WritingCompany(RegisteredVendor vendor, String number) {
    this.vendor = vendor;
    this.connected = vendor.connect(number);
  }

  /** Its number at Fortnox. */
  public String number() {
    return connected.number();
  }

  /** The connection's id, as the jobs queue wants it. */
  public String connection() {
    return connected.connection();
  }

  public RegisteredVendor vendor() {
    return vendor;
  }

  /** Whether it lives by refresh tokens. */
  public boolean hasRefreshTokens() {
    return vendor.app().accountType().equals("user");
  }

  /** The API with the newest keys. */
  public Api api() {
    return connected.api();
  }

  /** Sends a user through the connect flow once more: the connection's tokens and key are new. */
  public synchronized void reconnect() {
    if (!ended) {
      connected = vendor.connect(number());
      reconnections++;
    }
  }

  /** Ends the connection; its keys open nothing from then on. */
  public synchronized void disconnect() {
    ended = true;
    api().send("DELETE", "/auth/connection", "").expect(200);
  }

  public boolean isConnected() {
    return !ended;
  }

  /** How often that was done. */
  public synchronized int reconnections() {
    return reconnections;
  }

  @Override
  public String toString() {
    return vendor.app().clientId() + " at " + number();
  }
}
