package io.fortnoxconnector.local.stack.demo;

import io.fortnoxconnector.local.stack.FortnoxServer;
import io.fortnoxconnector.sandbox.Sandbox;
import java.net.URI;
import java.util.Set;

/** The sandbox as the local stack's Fortnox, with one integration and two companies. */
public final class DemoFortnox implements FortnoxServer {

  /** The integration's client id. */
  public static final String CLIENT_ID = "demo-client";

  /** Means nothing outside the sandbox. */
  public static final String CLIENT_SECRET = "demo-secret";

  private final Sandbox sandbox;

  /** Starts it on any free port. */
  public DemoFortnox() {
    sandbox = Sandbox.start(Sandbox.options().withDefaults());
  }

  /** Registers the integration; its redirect URI is known only when the connector's address is. */
  public void registerApp(URI connector) {
    sandbox.registerApp(
        CLIENT_ID,
        CLIENT_SECRET,
        URI.create(connector + "/auth/callback/fortnox"),
        Set.of("companyinformation", "customer", "supplier"),
        true);
  }

  public Sandbox sandbox() {
    return sandbox;
  }

  @Override
  public URI apiUrl() {
    return sandbox.apiUrl();
  }

  @Override
  public URI authUrl() {
    return sandbox.authUrl();
  }

  @Override
  public void close() {
    sandbox.close();
  }
}
