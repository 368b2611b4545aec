package io.fortnoxconnector.local.stack.permissions;

/**
 * One thing that a role may do, or that a function does.
 *
 * @param action as IAM writes it: {@code dynamodb:GetItem}
 * @param resource an ARN; its end may be {@code *}
 * @param via the service that uses a key on the caller's behalf ({@code sqs}), or {@link #DIRECTLY}
 */
record Right(String action, String resource, String via) implements Comparable<Right> {

  static final String DIRECTLY = "";

  static Right direct(String action, String resource) {
    return new Right(action, resource, DIRECTLY);
  }

  String service() {
    return action.substring(0, action.indexOf(':'));
  }

  @Override
  public int compareTo(Right other) {
    return toString().compareTo(other.toString());
  }

  @Override
  public String toString() {
    return action
        + " on "
        + resource.replaceFirst("arn:aws:\\w+:[\\w-]+:\\d+:", "")
        + (via.equals(DIRECTLY) ? "" : " via " + via);
  }
}
