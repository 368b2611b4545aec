package io.fortnoxconnector.local.stack;

import io.fortnoxconnector.local.stack.http.PortTakenException;
import io.fortnoxconnector.local.stack.template.TemplateException;
import java.util.concurrent.CountDownLatch;

/**
 * Runs the stack until it is stopped: {@code mvn -Plocal}. Settings: {@code -Dlocal.port=} (8080),
 * {@code -Dfortnox=} sandbox or real.
 */
public final class Local {

  private Local() {}

  public static void main(String[] arguments) throws InterruptedException {
    try {
      Stack stack = Stack.start(LocalOptions.fromProperties().schedules(true).warm(true));
      Runtime.getRuntime().addShutdownHook(new Thread(stack::close));
      Welcome.print(stack);
      DemoVendor.register(stack)
          .ifPresent(vendor -> System.out.println("Demo vendor      " + vendor));
      new CountDownLatch(1).await();
    } catch (PortTakenException e) {
      System.err.println(e.getMessage() + "; choose another one with -Dlocal.port=");
      System.exit(1);
    } catch (TemplateException e) {
      System.err.println(e.getMessage());
      System.exit(1);
    }
  }
}
