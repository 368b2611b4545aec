package io.fortnoxconnector.local.stack.client;

import io.fortnoxconnector.local.stack.Stack;
import io.fortnoxconnector.sandbox.Sandbox;
import io.fortnoxconnector.sandbox.oauth.App;
import java.net.URI;
import java.util.List;
import java.util.Set;

/**
 * A vendor's integration, made in Fortnox's developer portal.
 *
 * @param accountType {@code service}, or {@code user} for connections that live by refresh tokens
 */
public record FortnoxApp(String clientId, String clientSecret, String accountType) {

  public static final Set<String> SCOPES =
      Set.of(
          "archive",
          "article",
          "bookkeeping",
          "companyinformation",
          "connectfile",
          "costcenter",
          "currency",
          "customer",
          "inbox",
          "invoice",
          "offer",
          "order",
          "payment",
          "price",
          "project",
          "settings",
          "supplier",
          "supplierinvoice");

  /**
   * What the vendor enters in the portal, once the stack is up: where users come back to, and what
   * the integration may ask for.
   */
  public void enterAt(Stack stack, Set<String> scopes) {
    enterAt(stack.sandbox(), stack.baseUrl(), scopes);
  }

  /** The same for a connector elsewhere, by the address that users reach it at. */
  public void enterAt(Sandbox fortnox, URI baseUrl, Set<String> scopes) {
    fortnox.registerApp(
        new App(
            clientId,
            clientSecret,
            List.of(URI.create(baseUrl + "/auth/callback/fortnox")),
            scopes,
            true));
  }

  @Override
  public String toString() {
    return "app " + clientId;
  }
}
