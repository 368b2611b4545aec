package io.fortnoxconnector.local.stack.demo;

import io.fortnoxconnector.local.stack.LocalOptions;
import io.fortnoxconnector.local.stack.Stack;
import io.fortnoxconnector.local.stack.client.Api;
import io.fortnoxconnector.local.stack.http.PortTakenException;
import io.fortnoxconnector.local.stack.template.TemplateException;
import java.util.concurrent.CountDownLatch;

/**
 * Runs the stack until it's stopped, with a vendor to begin with: {@code mvn -Plocal}. Settings:
 * {@code -Dlocal.port=} (8080), {@code -Dfortnox=} sandbox or real.
 */
public final class Local {

  private Local() {}

  public static void main(String[] arguments) throws InterruptedException {
    try {
      Stack stack = Stack.start(LocalOptions.fromProperties().schedules(true).warm(true));
      Api api = new Api(stack.baseUrl());
      LocalVendor vendor = LocalVendor.register(stack, api, System.out);
      Runtime.getRuntime()
          .addShutdownHook(
              new Thread(
                  () -> {
                    vendor.close();
                    api.close();
                    stack.close();
                  }));
      welcome(stack, vendor);
      new CountDownLatch(1).await();
    } catch (PortTakenException e) {
      System.err.println(e.getMessage() + "; choose another one with -Dlocal.port=");
      System.exit(1);
    } catch (TemplateException e) {
      System.err.println(e.getMessage());
      System.exit(1);
    }
  }

  private static void welcome(Stack stack, LocalVendor vendor) {
    System.out.printf(
        """

        API              %s
        console          %s/console
        Fortnox          %s
        SQS, DynamoDB    %s, %s
        jobs queue       %s
        admin key        %s
        a vendor's key   %s
        functions' log   %s
        """,
        stack.baseUrl(),
        stack.baseUrl(),
        stack.fortnox().map(server -> server.apiUrl().toString()).orElse("https://api.fortnox.se"),
        stack.sqsEndpoint(),
        stack.dynamoDbEndpoint(),
        stack.queueUrl("JobsQueue"),
        stack.adminKey(),
        vendor.apiKey(),
        System.getProperty("local.log", "here"));
    if (stack.fortnox().isPresent()) {
      DemoApp.registerAt(stack);
      System.out.printf(
          """

          Open this link to connect a company (valid for an hour):
          %s
          """,
          vendor.consentLink(DemoApp.CLIENT_ID, DemoApp.CLIENT_SECRET));
    } else {
      System.out.printf(
          """

          In Fortnox's developer portal, enter the redirect URI  %1$s/auth/callback/fortnox
          Then hand over your integration and fetch a link:

          curl -H 'X-API-KEY: %2$s' -H 'Content-Type: application/json' \\
            -d '{"targetSystem":"fortnox","clientId":"…","clientSecret":"…"}' %1$s/tenants/register-system
          curl -H 'X-API-KEY: %2$s' '%1$s/auth/fortnox?callbackUrl=%3$s'
          """,
          stack.baseUrl(), vendor.apiKey(), vendor.callback());
    }
    System.out.println("\nCtrl-C ends it; nothing is kept.");
  }
}
