package io.fortnoxconnector.local.stack;

import io.fortnoxconnector.sandbox.Sandbox;
import java.net.URI;
import java.time.Clock;

/** The sandbox as the stack's Fortnox, on a free port, with its default app and companies. */
public record SandboxFortnox(Sandbox sandbox) implements FortnoxServer {

  public static SandboxFortnox start(Clock clock) {
    return new SandboxFortnox(Sandbox.start(Sandbox.options().clock(clock).withDefaults()));
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
