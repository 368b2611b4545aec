package io.fortnoxconnector.sandbox;

import java.io.UncheckedIOException;

/** The sandbox alone, until Ctrl-C. {@code -Dsandbox.port=} picks the port, 8321 if left out. */
public final class Main {

  private static final int USUAL_PORT = 8321;

  private Main() {}

  public static void main(String[] args) {
    var port = Integer.getInteger("sandbox.port", USUAL_PORT);
    try {
      welcome(Sandbox.start(Sandbox.options().port(port).withDefaults()));
    } catch (UncheckedIOException taken) {
      System.err.printf(
          "Port %d on 127.0.0.1 is taken. Choose another one with -Dsandbox.port=PORT.%n", port);
      System.exit(1);
    }
  }

  /** The server's own thread keeps the process alive. */
  private static void welcome(Sandbox sandbox) {
    System.out.printf(
        """

        A Fortnox to test against is listening. Ctrl-C ends it.

          API            %1$s/3                 instead of https://api.fortnox.se/3
          OAuth          %1$s/oauth-v1          instead of https://apps.fortnox.se/oauth-v1
          Control        %1$s/control/ledger    what was asked; README.md has the rest

          Client id      sandbox-client         secret: sandbox-secret
          Companies      123456, 654321

        Tokens, the short way:

          curl -s %1$s/control/tokens -d '{"clientId":"sandbox-client","company":"123456","scopes":["customer","supplier","companyinformation"]}'

        Tokens, the user's way: open this, approve, and exchange the code at /oauth-v1/token.

          %1$s/oauth-v1/auth?client_id=sandbox-client&response_type=code&state=1&access_type=offline&scope=customer%%20companyinformation

        """,
        sandbox.apiUrl());
  }
}
