package io.fortnoxconnector.local.stack.demo;

import io.fortnoxconnector.local.stack.Stack;
import io.fortnoxconnector.local.stack.client.FortnoxApp;
import io.fortnoxconnector.sandbox.Sandbox;
import java.net.URI;

/** The integration that a vendor has at the sandbox. It means nothing anywhere else. */
public final class DemoApp {

  public static final String CLIENT_ID = "demo-client";
  public static final String CLIENT_SECRET = "demo-secret";

  /** One of the sandbox's two companies. */
  public static final String COMPANY = "123456";

  private DemoApp() {}

  /** Enters it in the sandbox's portal. */
  public static void registerAt(Stack stack) {
    registerAt(stack.sandbox(), stack.baseUrl());
  }

  /** The same for a connector elsewhere, by the address that users reach it at. */
  public static void registerAt(Sandbox fortnox, URI baseUrl) {
    new FortnoxApp(CLIENT_ID, CLIENT_SECRET, "service")
        .enterAt(fortnox, baseUrl, FortnoxApp.SCOPES);
  }
}
