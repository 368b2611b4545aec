package io.fortnoxconnector.cli;

/** Why a command can't go on, in words for whoever typed it. */
final class Failure extends RuntimeException {

  static final int REFUSED = 1;
  static final int USAGE = 2;
  static final int KEYS = 3;
  static final int UNREACHABLE = 4;
  static final int INTERRUPTED = 5;

  private static final long serialVersionUID = 1;

  private final int exitCode;

  Failure(int exitCode, String message) {
    super(message);
    this.exitCode = exitCode;
  }

  int exitCode() {
    return exitCode;
  }
}
