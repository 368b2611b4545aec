package io.fortnoxconnector.connector.twins;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;

/** Dies at one call of a port: before it's done, or when it's done and nobody knows. */
public final class Death {

  /** Not caught by anybody, as a process's death isn't. */
  public static final class Killed extends Error {
    private static final long serialVersionUID = 1L;
  }

  private final int at;
  private final boolean done;
  private int calls;

  /**
   * A death.
   *
   * @param at which call, counted over all ports from 1; 0 for none
   * @param done whether the call is carried out first
   */
  public Death(int at, boolean done) {
    this.at = at;
    this.done = done;
  }

  /** How many calls there were. */
  public int calls() {
    return calls;
  }

  /** The port, of which it dies. */
  public <T> T of(Class<T> port, T real) {
    return port.cast(
        Proxy.newProxyInstance(
            port.getClassLoader(),
            new Class<?>[] {port},
            (_, method, arguments) -> {
              calls++;
              if (calls == at && !done) {
                throw new Killed();
              }
              Object answer;
              try {
                answer = method.invoke(real, arguments);
              } catch (InvocationTargetException e) {
                throw e.getCause();
              }
              if (calls == at) {
                throw new Killed();
              }
              return answer;
            }));
  }
}
