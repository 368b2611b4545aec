package io.fortnoxconnector.local.stack;

import io.fortnoxconnector.local.stack.template.Place;
import io.fortnoxconnector.local.stack.template.Template;
import java.io.PrintStream;
import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.UnaryOperator;

/**
 * How a stack is started.
 *
 * @param template the template's file
 * @param port the HTTP API's port; 0 for any free one
 * @param parameters the template's parameters where they differ from their defaults
 * @param fortnox starts the Fortnox to talk to, by the stack's clock; empty: the one that the
 *     template's parameters name
 * @param schedules whether schedules run by themselves
 * @param log where the functions' own log lines go
 * @param warm whether one instance of each function is made at once, in the background
 * @param between what the functions get for the services' real addresses: the same, or those of
 *     something that stands between
 */
public record StackOptions(
    Path template,
    Place place,
    int port,
    Map<String, String> parameters,
    Optional<Function<Clock, FortnoxServer>> fortnox,
    Clock clock,
    boolean schedules,
    boolean warm,
    PrintStream log,
    UnaryOperator<Map<Service, URI>> between) {

  /** The project's template, any free port, no Fortnox of its own, nothing that runs by itself. */
  public static StackOptions defaults() {
    return new StackOptions(
        Template.locate(System.getProperty("connector.template"), Path.of("")),
        Place.LOCAL,
        0,
        Map.of(),
        Optional.empty(),
        Clock.systemUTC(),
        false,
        false,
        System.out,
        UnaryOperator.identity());
  }

  public StackOptions template(Path file) {
    return new StackOptions(
        file, place, port, parameters, fortnox, clock, schedules, warm, log, between);
  }

  public StackOptions port(int wanted) {
    return new StackOptions(
        template, place, wanted, parameters, fortnox, clock, schedules, warm, log, between);
  }

  public StackOptions parameter(String name, String value) {
    Map<String, String> all = new LinkedHashMap<>(parameters);
    all.put(name, value);
    return new StackOptions(
        template, place, port, Map.copyOf(all), fortnox, clock, schedules, warm, log, between);
  }

  public StackOptions fortnox(Function<Clock, FortnoxServer> starter) {
    return new StackOptions(
        template,
        place,
        port,
        parameters,
        Optional.of(starter),
        clock,
        schedules,
        warm,
        log,
        between);
  }

  /** With a sandbox of its own, by the stack's clock. */
  public StackOptions sandbox() {
    return fortnox(SandboxFortnox::start);
  }

  public StackOptions clock(Clock other) {
    return new StackOptions(
        template, place, port, parameters, fortnox, other, schedules, warm, log, between);
  }

  public StackOptions schedules(boolean running) {
    return new StackOptions(
        template, place, port, parameters, fortnox, clock, running, warm, log, between);
  }

  public StackOptions log(PrintStream other) {
    return new StackOptions(
        template, place, port, parameters, fortnox, clock, schedules, warm, other, between);
  }

  public StackOptions warm(boolean atOnce) {
    return new StackOptions(
        template, place, port, parameters, fortnox, clock, schedules, atOnce, log, between);
  }

  /** With something between the functions and the services; schedules and queues don't use it. */
  public StackOptions between(UnaryOperator<Map<Service, URI>> other) {
    return new StackOptions(
        template, place, port, parameters, fortnox, clock, schedules, warm, log, other);
  }
}
