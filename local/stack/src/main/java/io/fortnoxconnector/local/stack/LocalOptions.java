package io.fortnoxconnector.local.stack;

/** What can be set on the command line of {@link Local} and {@link Demo}. */
final class LocalOptions {

  private LocalOptions() {}

  static StackOptions fromProperties() {
    StackOptions options = StackOptions.defaults().port(Integer.getInteger("local.port", 0));
    return System.getProperty("fortnox", "sandbox").equals("real") ? options : options.sandbox();
  }
}
