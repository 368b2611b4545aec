package io.fortnoxconnector.local.stack;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.fortnoxconnector.local.stack.front.HttpFront;
import io.fortnoxconnector.local.stack.functions.FunctionFailure;
import io.fortnoxconnector.local.stack.functions.LocalFunction;
import io.fortnoxconnector.local.stack.sources.ScheduleTimer;
import io.fortnoxconnector.local.stack.template.QueueSpec;
import io.fortnoxconnector.local.stack.template.SecretSpec;
import io.fortnoxconnector.local.stack.template.Template;
import io.fortnoxconnector.sandbox.Sandbox;
import java.net.URI;
import java.time.Duration;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.CompletionException;
import java.util.concurrent.atomic.AtomicBoolean;
import software.amazon.awssdk.services.secretsmanager.SecretsManagerClient;

/**
 * The connector's stack without AWS, in this process, as template.yaml describes it. The AWS SDK
 * finds its parts by system properties, so there can be one stack at a time.
 */
public final class Stack implements AutoCloseable {

  private static final AtomicBoolean RUNNING = new AtomicBoolean();

  private final Parts parts;
  private final Timings timings;
  private final Template template;
  private final HttpFront front;
  private final SecretsManagerClient secrets;
  private final URI tables;
  private final URI queues;
  private final Map<String, String> queueUrls;
  private final Map<String, LocalFunction> functions;
  private final Map<String, ScheduleTimer> schedules;
  private final Optional<FortnoxServer> fortnox;

  Stack(
      Parts parts,
      Timings timings,
      Template template,
      HttpFront front,
      SecretsManagerClient secrets,
      URI tables,
      URI queues,
      Map<String, String> queueUrls,
      Map<String, LocalFunction> functions,
      Map<String, ScheduleTimer> schedules,
      Optional<FortnoxServer> fortnox) {
    this.parts = parts;
    this.timings = timings;
    this.template = template;
    this.front = front;
    this.secrets = secrets;
    this.tables = tables;
    this.queues = queues;
    this.queueUrls = queueUrls;
    this.functions = functions;
    this.schedules = schedules;
    this.fortnox = fortnox;
  }

  /** Starts everything; returns when requests are served. */
  public static Stack start(StackOptions options) {
    if (!RUNNING.compareAndSet(false, true)) {
      throw new IllegalStateException("A stack is running in this process already");
    }
    Parts parts = new Parts();
    parts.add(() -> RUNNING.set(false));
    try {
      return new Assembly(options, parts).assemble();
    } catch (CompletionException e) {
      parts.close();
      throw e.getCause() instanceof RuntimeException cause ? cause : e;
    } catch (RuntimeException | Error e) {
      parts.close();
      throw e;
    }
  }

  /** Where the HTTP API answers: {@code http://127.0.0.1:PORT}. */
  public URI baseUrl() {
    return front.url();
  }

  /** Where SQS answers any AWS SDK or CLI. */
  public URI sqsEndpoint() {
    return queues;
  }

  /** Where DynamoDB answers any AWS SDK or CLI. */
  public URI dynamoDbEndpoint() {
    return tables;
  }

  /** The URL of a queue, by its key in the template. */
  public String queueUrl(String logicalId) {
    QueueSpec queue =
        template.queues().stream()
            .filter(candidate -> candidate.logicalId().equals(logicalId))
            .findFirst()
            .orElseThrow(() -> unknown("queue", logicalId));
    return known(queueUrls, "queue", queue.name());
  }

  /** The key that registers vendors, as it was generated for this stack. */
  public String adminKey() {
    return secret("AdminKey");
  }

  /** The text of one of the template's secrets, by its key there. */
  public String secret(String logicalId) {
    SecretSpec secret =
        template.secrets().stream()
            .filter(candidate -> candidate.logicalId().equals(logicalId))
            .findFirst()
            .orElseThrow(() -> unknown("secret", logicalId));
    return secrets.getSecretValue(request -> request.secretId(secret.name())).secretString();
  }

  /** The Fortnox that this stack started for itself. */
  public Optional<FortnoxServer> fortnox() {
    return fortnox;
  }

  /**
   * The sandbox that this stack talks to.
   *
   * @throws NoSuchElementException if it was started without one
   */
  public Sandbox sandbox() {
    return fortnox
        .filter(SandboxFortnox.class::isInstance)
        .map(SandboxFortnox.class::cast)
        .map(SandboxFortnox::sandbox)
        .orElseThrow(() -> new NoSuchElementException("The stack was started without a sandbox"));
  }

  /**
   * Invokes a function directly, as the AWS CLI's {@code lambda invoke} does.
   *
   * @param logicalId the function's key in the template
   * @param event the event's JSON
   * @return the result's JSON
   */
  public String invoke(String logicalId, String event) throws FunctionFailure {
    return new String(known(functions, "function", logicalId).invoke(event.getBytes(UTF_8)), UTF_8);
  }

  /** The environment variables of all functions; none has different values in two of them. */
  public Map<String, String> environment() {
    Map<String, String> all = new TreeMap<>();
    functions.values().forEach(function -> all.putAll(function.spec().environment()));
    return all;
  }

  /** Makes an instance of a function that the next invocation finds. */
  public void warm(String logicalId) throws FunctionFailure {
    known(functions, "function", logicalId).warm();
  }

  /** The functions' keys in the template. */
  public Set<String> functions() {
    return functions.keySet();
  }

  /** Fires a schedule now, by the event's key in the template, and waits for its function. */
  public void runSchedule(String name) throws FunctionFailure {
    known(schedules, "schedule", name).fire();
  }

  /** How long each part of the start took; they ran side by side. */
  public Map<String, Duration> timings() {
    return timings.parts();
  }

  private static <T> T known(Map<String, T> things, String kind, String name) {
    T thing = things.get(name);
    if (thing == null) {
      throw unknown(kind, name);
    }
    return thing;
  }

  private static NoSuchElementException unknown(String kind, String name) {
    return new NoSuchElementException("The template has no " + kind + " " + name);
  }

  @Override
  public void close() {
    // First the door, so that nothing new comes in while the rest goes down.
    front.close();
    parts.close();
  }
}
