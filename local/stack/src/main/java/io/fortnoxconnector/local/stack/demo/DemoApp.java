package io.fortnoxconnector.local.stack.demo;

import io.fortnoxconnector.local.stack.Stack;
import io.fortnoxconnector.local.stack.client.FortnoxApp;

/** The integration that a vendor has at the sandbox. It means nothing anywhere else. */
public final class DemoApp {

  public static final String CLIENT_ID = "demo-client";
  public static final String CLIENT_SECRET = "demo-secret";

  /** One of the sandbox's two companies. */
  public static final String COMPANY = "123456";

  private DemoApp() {}

  /** Enters it in the sandbox's portal. */
  public static void registerAt(Stack stack) {
    new FortnoxApp(CLIENT_ID, CLIENT_SECRET, "service").enterAt(stack, FortnoxApp.SCOPES);
  }
}
