package io.fortnoxconnector.local.stack.backends;

/**
 * Says before the tests which backends they will run over, and why one is left out: what tests
 * print themselves stands in report files only.
 */
public final class ChosenBackends {

  private ChosenBackends() {}

  public static void main(String... arguments) {
    for (Backend backend : Backend.chosen()) {
      System.out.println(
          backend
              .obstacle()
              .map(obstacle -> "Backend " + backend + " is LEFT OUT: " + obstacle)
              .orElse("Backend " + backend + " will be tested over."));
    }
  }
}
