package io.fortnoxconnector.aws;

import java.net.URI;
import java.time.Duration;
import java.util.Map;

/**
 * A function's environment variables: the one place where they are read. What each means:
 * template.yaml.
 */
public final class Environment {

  /** The names of all variables that any function reads. */
  public enum Name {
    SERVICE_NAME,
    TENANTS_TABLE,
    CONNECTIONS_TABLE,
    CONNECT_FLOWS_TABLE,
    TASKS_TABLE,
    BUDGETS_TABLE,
    EVENTS_TABLE,
    WEBHOOKS_TABLE,
    WRITES_QUEUE_URL,
    JOBS_QUEUE_URL,
    JOBS_DEAD_LETTERS_URL,
    DELIVERIES_QUEUE_URL,
    TOKEN_KEY_ID,
    TOKEN_ESCROW_PREFIX,
    ADMIN_KEY_SECRET,
    CLIENT_SECRETS_PREFIX,
    FORTNOX_API_URL,
    FORTNOX_AUTH_URL,
    PUBLIC_BASE_URL,
    SETTLING_SECONDS,
    LOOK_SECONDS,
    WEBHOOK_LOOPBACK,
    MOST_OPEN_WRITES
  }

  private final Map<String, String> variables;

  public Environment(Map<String, String> variables) {
    this.variables = Map.copyOf(variables);
  }

  /** The environment of this process, as Lambda sets it. */
  public static Environment system() {
    return new Environment(System.getenv());
  }

  /**
   * The variable's value; empty where it's set to nothing.
   *
   * @throws IllegalStateException naming the variable, where it isn't set
   */
  public String get(Name name) {
    String value = variables.get(name.name());
    if (value == null) {
      throw new IllegalStateException("The environment variable " + name + " is not set");
    }
    return value;
  }

  int number(Name name) {
    return Integer.parseInt(get(name));
  }

  boolean flag(Name name) {
    return Boolean.parseBoolean(get(name));
  }

  Duration seconds(Name name) {
    return Duration.ofSeconds(number(name));
  }

  URI uri(Name name) {
    return URI.create(get(name));
  }
}
