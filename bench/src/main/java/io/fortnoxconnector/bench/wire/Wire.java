package io.fortnoxconnector.bench.wire;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import io.fortnoxconnector.local.stack.Service;
import io.fortnoxconnector.local.stack.http.LoopbackServer;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.time.Duration;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.LongAdder;

/**
 * Stands between one process and the services that it calls, at a port of 127.0.0.1 for each, and
 * does with every request what a rule says. It passes on byte for byte, the signed Host header too.
 */
public final class Wire implements AutoCloseable {

  private final Relay relay = new Relay();
  private final Map<Service, LoopbackServer> ends = new EnumMap<>(Service.class);
  private final Map<Service, URI> urls = new EnumMap<>(Service.class);
  private final Map<Counts.Kind, LongAdder> counts = new ConcurrentHashMap<>();
  private final AtomicLong numbers = new AtomicLong();
  private final Runnable kill;
  private volatile Rule rule;

  /**
   * Listens from now on.
   *
   * @param services where they really are
   * @param kill ends the process whose wire this is; {@link Action.Kill} calls it
   */
  public Wire(Map<Service, URI> services, Rule rule, Runnable kill) {
    this.rule = rule;
    this.kill = kill;
    services.forEach(
        (service, real) -> {
          LoopbackServer end = LoopbackServer.start(0, call -> serve(service, real, call));
          ends.put(service, end);
          urls.put(service, URI.create(end.url() + real.getRawPath()));
        });
  }

  /** The services' addresses for the process whose wire this is. */
  public Map<Service, URI> urls() {
    return Map.copyOf(urls);
  }

  /** Goes by another rule from now on. */
  public void obey(Rule other) {
    rule = other;
  }

  /** What came over the wire so far, whatever became of it. */
  public Counts counts() {
    var now = new TreeMap<Counts.Kind, Long>();
    counts.forEach((kind, count) -> now.put(kind, count.sum()));
    return new Counts(now);
  }

  private void serve(Service service, URI real, HttpExchange call) throws IOException {
    // Closed without a status, the exchange takes its connection with it: that is the cut.
    try (call) {
      byte[] body = call.getRequestBody().readAllBytes();
      Exchange exchange =
          Exchange.of(
              numbers.incrementAndGet(),
              service,
              call.getRequestMethod(),
              call.getRequestURI().toString(),
              call.getRequestHeaders().getFirst("X-Amz-Target"),
              new String(body, UTF_8));
      counts
          .computeIfAbsent(new Counts.Kind(service, exchange.operation()), kind -> new LongAdder())
          .increment();
      HttpRequest request =
          Relay.request(
              call.getRequestMethod(),
              URI.create("http://" + real.getRawAuthority() + call.getRequestURI()),
              call.getRequestHeaders(),
              body);
      Optional<Reply> reply = pass(exchange, request);
      if (reply.isPresent()) {
        reply.get().writeTo(call);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private Optional<Reply> pass(Exchange exchange, HttpRequest request)
      throws IOException, InterruptedException {
    return switch (rule.before(exchange)) {
      case Action.Forward() -> forward(exchange, request);
      case Action.Answer answer -> Optional.of(Reply.of(answer));
      case Action.Delay(Duration duration) -> {
        Thread.sleep(duration);
        yield forward(exchange, request);
      }
      case Action.Cut() -> Optional.empty();
      case Action.Twice() -> {
        relay.send(request);
        yield forward(exchange, request);
      }
      case Action.Kill() -> killed();
    };
  }

  private Optional<Reply> forward(Exchange exchange, HttpRequest request)
      throws IOException, InterruptedException {
    Reply reply = relay.send(request);
    return switch (rule.after(exchange, reply.status(), reply.text())) {
      case Action.Forward() -> Optional.of(reply);
      case Action.Answer answer -> Optional.of(Reply.of(answer));
      case Action.Delay(Duration duration) -> {
        Thread.sleep(duration);
        yield Optional.of(reply);
      }
      case Action.Cut() -> Optional.empty();
      case Action.Twice() -> Optional.of(relay.send(request));
      case Action.Kill() -> killed();
    };
  }

  private Optional<Reply> killed() {
    kill.run();
    return Optional.empty();
  }

  @Override
  public void close() {
    ends.values().forEach(LoopbackServer::close);
    relay.close();
  }
}
