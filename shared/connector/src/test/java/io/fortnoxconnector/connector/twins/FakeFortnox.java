package io.fortnoxconnector.connector.twins;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.fortnoxconnector.fortnox.FortnoxApi;
import io.fortnoxconnector.fortnox.FortnoxCall;
import io.fortnoxconnector.fortnox.FortnoxCall.Method;
import io.fortnoxconnector.fortnox.FortnoxError;
import io.fortnoxconnector.fortnox.FortnoxReply;
import io.fortnoxconnector.fortnox.Secret;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/**
 * A Fortnox that answers as it's told to, call by call, and keeps what it was sent. The last answer
 * told for a method and path stays.
 */
public final class FakeFortnox implements FortnoxApi {

  /** One call as it arrived. */
  public record Sent(FortnoxCall call, Secret accessToken, Duration timeout) {}

  private final Map<String, Deque<Function<FortnoxCall, FortnoxReply>>> scripts = new HashMap<>();
  private final List<Sent> sent = new ArrayList<>();

  /** Tells what to answer to such a call after what was told before. */
  public FakeFortnox on(Method method, String path, FortnoxReply reply) {
    return on(method, path, _ -> reply);
  }

  /** Tells what to do; what the function throws stands for the caller's process being killed. */
  public synchronized FakeFortnox on(
      Method method, String path, Function<FortnoxCall, FortnoxReply> doing) {
    scripts.computeIfAbsent(method + " " + path, _ -> new ArrayDeque<>()).add(doing);
    return this;
  }

  @Override
  public FortnoxReply send(FortnoxCall call, Secret accessToken, Duration timeout) {
    Function<FortnoxCall, FortnoxReply> doing;
    synchronized (this) {
      sent.add(new Sent(call, accessToken, timeout));
      var script = scripts.get(call.method() + " " + call.path());
      if (script == null) {
        throw new AssertionError("nobody told what to answer to " + call);
      }
      doing = script.size() > 1 ? script.removeFirst() : script.getFirst();
    }
    return doing.apply(call);
  }

  public synchronized List<Sent> sent() {
    return List.copyOf(sent);
  }

  /** What was sent, as {@code POST /3/customers}. */
  public synchronized List<String> log() {
    return sent.stream().map(s -> s.call().method() + " " + s.call().path()).toList();
  }

  /** How often such a call came. */
  public long count(Method method, String path) {
    return log().stream().filter(line -> line.equals(method + " " + path)).count();
  }

  public static FortnoxReply answered(JsonNode body) {
    return new FortnoxReply.Answered(200, body, "uid");
  }

  /** 204. */
  public static FortnoxReply done() {
    return answered(JsonNodeFactory.instance.objectNode());
  }

  public static FortnoxReply refused(FortnoxError.Kind kind, String message) {
    int status =
        switch (kind) {
          case NOT_FOUND -> 404;
          case SCOPE_MISSING, LICENCE_MISSING, PERMISSION_MISSING -> 403;
          default -> 400;
        };
    return new FortnoxReply.Refused(
        new FortnoxError(status, "2000000", message, kind, "In English: " + message));
  }

  public static FortnoxReply notFound() {
    return refused(FortnoxError.Kind.NOT_FOUND, "Kan inte hitta kunden.");
  }

  /** 500 or the like. */
  public static FortnoxReply trouble() {
    return new FortnoxReply.Unavailable(500, "internal error");
  }

  /** The request went out, and nothing came back. */
  public static FortnoxReply silence() {
    return new FortnoxReply.NoReply(true, "read timed out");
  }
}
