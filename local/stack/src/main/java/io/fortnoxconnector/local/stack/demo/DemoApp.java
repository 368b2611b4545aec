package io.fortnoxconnector.local.stack.demo;

import io.fortnoxconnector.local.stack.Stack;
import java.net.URI;
import java.util.Set;

/** The integration that a vendor has at the sandbox. It means nothing anywhere else. */
public final class DemoApp {

  public static final String CLIENT_ID = "demo-client";
  public static final String CLIENT_SECRET = "demo-secret";

  /** One of the sandbox's two companies. */
  public static final String COMPANY = "123456";

  private DemoApp() {}

  /**
   * What a vendor does in Fortnox's developer portal: enter the redirect URI, known once the stack
   * is up.
   */
  public static void registerAt(Stack stack) {
    stack
        .sandbox()
        .registerApp(
            CLIENT_ID,
            CLIENT_SECRET,
            URI.create(stack.baseUrl() + "/auth/callback/fortnox"),
            Set.of("companyinformation", "customer", "supplier"),
            true);
  }
}
