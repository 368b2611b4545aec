package io.fortnoxconnector.local.stack.http;

/** Another program listens on the wanted port. */
public final class PortTakenException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  PortTakenException(int port) {
    super("Port " + port + " on 127.0.0.1 is taken by another program");
  }
}
