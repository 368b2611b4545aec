package io.fortnoxconnector.local.stack;

import io.fortnoxconnector.local.stack.template.Place;
import io.fortnoxconnector.local.stack.template.Template;
import java.io.PrintStream;
import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.UnaryOperator;

/**
 * How a stack is started.
 *
 * @param template the template's file
 * @param services AWS's four services, if they're there already; empty: the stack starts its own
 * @param port the HTTP API's port; 0 for any free one
 * @param parameters the template's parameters where they differ from their defaults
 * @param fortnox starts the Fortnox to talk to, by the stack's clock; empty: the one that the
 *     template's parameters name
 * @param schedules whether schedules run by themselves
 * @param log where the functions' own log lines go
 * @param warm whether one instance of each function is made at once, in the background
 * @param between what the functions get for the services' real addresses: the same, or those of
 *     something that stands between
 * @param processes which functions run as processes, and how; of two that name a function the later
 *     counts
 * @param overrides changes to the template's resources
 */
public record StackOptions(
    Path template,
    Place place,
    Map<Service, URI> services,
    int port,
    Map<String, String> parameters,
    Optional<Function<Clock, FortnoxServer>> fortnox,
    Clock clock,
    boolean schedules,
    boolean warm,
    PrintStream log,
    UnaryOperator<Map<Service, URI>> between,
    List<ProcessOptions> processes,
    UnaryOperator<Template> overrides) {

  /** The project's template, any free port, no Fortnox of its own, nothing that runs by itself. */
  public static StackOptions defaults() {
    return new StackOptions(
        Template.locate(System.getProperty("connector.template"), Path.of("")),
        Place.LOCAL,
        Map.of(),
        0,
        Map.of(),
        Optional.empty(),
        Clock.systemUTC(),
        false,
        false,
        System.out,
        UnaryOperator.identity(),
        List.of(),
        UnaryOperator.identity());
  }

  public StackOptions template(Path file) {
    return new StackOptions(
        file,
        place,
        services,
        port,
        parameters,
        fortnox,
        clock,
        schedules,
        warm,
        log,
        between,
        processes,
        overrides);
  }

  /** In AWS services that are there already; the place keeps stacks in them apart. */
  public StackOptions services(Map<Service, URI> there, Place other) {
    return new StackOptions(
        template,
        other,
        Map.copyOf(there),
        port,
        parameters,
        fortnox,
        clock,
        schedules,
        warm,
        log,
        between,
        processes,
        overrides);
  }

  public StackOptions port(int wanted) {
    return new StackOptions(
        template,
        place,
        services,
        wanted,
        parameters,
        fortnox,
        clock,
        schedules,
        warm,
        log,
        between,
        processes,
        overrides);
  }

  public StackOptions parameter(String name, String value) {
    Map<String, String> all = new LinkedHashMap<>(parameters);
    all.put(name, value);
    return new StackOptions(
        template,
        place,
        services,
        port,
        Map.copyOf(all),
        fortnox,
        clock,
        schedules,
        warm,
        log,
        between,
        processes,
        overrides);
  }

  public StackOptions fortnox(Function<Clock, FortnoxServer> starter) {
    return new StackOptions(
        template,
        place,
        services,
        port,
        parameters,
        Optional.of(starter),
        clock,
        schedules,
        warm,
        log,
        between,
        processes,
        overrides);
  }

  /** With a sandbox of its own, by the stack's clock. */
  public StackOptions sandbox() {
    return fortnox(SandboxFortnox::start);
  }

  public StackOptions clock(Clock other) {
    return new StackOptions(
        template,
        place,
        services,
        port,
        parameters,
        fortnox,
        other,
        schedules,
        warm,
        log,
        between,
        processes,
        overrides);
  }

  public StackOptions schedules(boolean running) {
    return new StackOptions(
        template,
        place,
        services,
        port,
        parameters,
        fortnox,
        clock,
        running,
        warm,
        log,
        between,
        processes,
        overrides);
  }

  public StackOptions log(PrintStream other) {
    return new StackOptions(
        template,
        place,
        services,
        port,
        parameters,
        fortnox,
        clock,
        schedules,
        warm,
        other,
        between,
        processes,
        overrides);
  }

  public StackOptions warm(boolean atOnce) {
    return new StackOptions(
        template,
        place,
        services,
        port,
        parameters,
        fortnox,
        clock,
        schedules,
        atOnce,
        log,
        between,
        processes,
        overrides);
  }

  /** With something between the functions and the services; schedules and queues don't use it. */
  public StackOptions between(UnaryOperator<Map<Service, URI>> other) {
    return new StackOptions(
        template,
        place,
        services,
        port,
        parameters,
        fortnox,
        clock,
        schedules,
        warm,
        log,
        other,
        processes,
        overrides);
  }

  /** With functions as processes of their own, from their zips. */
  public StackOptions processes(ProcessOptions more) {
    List<ProcessOptions> all = new ArrayList<>(processes);
    all.add(more);
    return new StackOptions(
        template,
        place,
        services,
        port,
        parameters,
        fortnox,
        clock,
        schedules,
        warm,
        log,
        between,
        List.copyOf(all),
        overrides);
  }

  /**
   * With another value for a property of a resource, as if it stood in the template: a queue's
   * VisibilityTimeout, a function's Timeout.
   */
  public StackOptions override(String logicalId, String property, Object value) {
    return new StackOptions(
        template,
        place,
        services,
        port,
        parameters,
        fortnox,
        clock,
        schedules,
        warm,
        log,
        between,
        processes,
        read -> overrides.apply(read).override(logicalId, property, value));
  }
}
