package io.fortnoxconnector.local.stack;

/** What can be set on the command line of {@link Local} and {@link Demo}. */
final class LocalOptions {

  private LocalOptions() {}

  static StackOptions fromProperties() {
    return StackOptions.defaults().port(Integer.getInteger("local.port", 0));
  }
}
