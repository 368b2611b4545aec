package io.fortnoxconnector.local.openapi;

import io.fortnoxconnector.local.stack.SandboxFortnox;
import io.fortnoxconnector.local.stack.Stack;
import io.fortnoxconnector.local.stack.StackOptions;
import io.fortnoxconnector.local.stack.client.Api;
import io.fortnoxconnector.local.stack.client.ConnectedCompany;
import io.fortnoxconnector.local.stack.client.FortnoxApp;
import io.fortnoxconnector.local.stack.client.RegisteredVendor;
import io.fortnoxconnector.sandbox.Sandbox;
import io.fortnoxconnector.sandbox.limit.RateLimit;
import java.io.OutputStream;
import java.io.PrintStream;
import java.net.URI;

/** The local stack in front of a sandbox without limits, with a vendor and a company. */
final class LiveApi implements AutoCloseable {
  static final String CALLBACK = "https://vendor.example/connected";

  private final Stack stack;
  private final Api anybody;
  private final RegisteredVendor vendor;
  private final ConnectedCompany company;

  private LiveApi() {
    Sandbox sandbox = Sandbox.start(Sandbox.options().withDefaults().limit(RateLimit.Kind.NONE));
    stack =
        Stack.start(
            StackOptions.defaults()
                .fortnox(_ -> new SandboxFortnox(sandbox))
                .log(new PrintStream(OutputStream.nullOutputStream())));
    anybody = new Api(stack.baseUrl());
    vendor = vendor("client-1");
    company = vendor.connect("123456");
  }

  static LiveApi start() {
    return new LiveApi();
  }

  URI url() {
    return stack.baseUrl();
  }

  Stack stack() {
    return stack;
  }

  Api anybody() {
    return anybody;
  }

  /** One more vendor, with an integration of its own. */
  RegisteredVendor vendor(String clientId) {
    return RegisteredVendor.register(
        stack,
        anybody,
        "Vendor of " + clientId,
        new FortnoxApp(clientId, "secret-of-" + clientId, "service"),
        URI.create(CALLBACK));
  }

  RegisteredVendor vendor() {
    return vendor;
  }

  ConnectedCompany company() {
    return company;
  }

  /** A further company, connected by the same vendor. */
  ConnectedCompany connect(String number) {
    stack.sandbox().addCompany(number, "Bolag " + number + " AB", "556036-0793");
    return vendor.connect(number);
  }

  @Override
  public void close() {
    anybody.close();
    stack.close();
  }
}
