package io.fortnoxconnector.local.stack;

import io.fortnoxconnector.local.stack.template.Place;
import io.fortnoxconnector.local.stack.template.Template;
import java.io.PrintStream;
import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.UnaryOperator;

/**
 * How a stack is started.
 *
 * @param port the HTTP API's port; 0 for any free one
 * @param fortnox starts the Fortnox to talk to, by the stack's clock; empty: the one that the
 *     template's parameters name
 * @param schedules whether schedules run by themselves
 */
public record StackOptions(
    TemplateOptions templateOptions,
    ServiceOptions serviceOptions,
    FunctionOptions functionOptions,
    int port,
    Optional<Function<Clock, FortnoxServer>> fortnox,
    Clock clock,
    boolean schedules) {

  /** The project's template, any free port, no Fortnox of its own, nothing that runs by itself. */
  public static StackOptions defaults() {
    return new StackOptions(
        TemplateOptions.of(Template.locate(System.getProperty("connector.template"), Path.of(""))),
        ServiceOptions.own(),
        new FunctionOptions(System.out, false, List.of()),
        0,
        Optional.empty(),
        Clock.systemUTC(),
        false);
  }

  /** The template's file. */
  public Path template() {
    return templateOptions.file();
  }

  public StackOptions template(Path file) {
    return with(templateOptions.file(file));
  }

  public StackOptions parameter(String name, String value) {
    return with(templateOptions.parameter(name, value));
  }

  /**
   * With another value for a property of a resource, as if it stood in the template: a queue's
   * VisibilityTimeout, a function's Timeout.
   */
  public StackOptions override(String logicalId, String property, Object value) {
    return with(templateOptions.override(logicalId, property, value));
  }

  private StackOptions with(TemplateOptions other) {
    return new StackOptions(
        other, serviceOptions, functionOptions, port, fortnox, clock, schedules);
  }

  /** Keeps stacks in the same services apart. */
  public Place place() {
    return serviceOptions.place();
  }

  /** In AWS services that are there already; the place keeps stacks in them apart. */
  public StackOptions services(Map<Service, URI> there, Place other) {
    return with(serviceOptions.there(there, other));
  }

  /** With something between the functions and the services; schedules and queues don't use it. */
  public StackOptions between(UnaryOperator<Map<Service, URI>> other) {
    return with(serviceOptions.between(other));
  }

  private StackOptions with(ServiceOptions other) {
    return new StackOptions(
        templateOptions, other, functionOptions, port, fortnox, clock, schedules);
  }

  public StackOptions log(PrintStream other) {
    return with(functionOptions.log(other));
  }

  public StackOptions warm(boolean atOnce) {
    return with(functionOptions.warm(atOnce));
  }

  /** With functions as processes of their own, from their zips. */
  public StackOptions processes(ProcessOptions more) {
    return with(functionOptions.processes(more));
  }

  private StackOptions with(FunctionOptions other) {
    return new StackOptions(
        templateOptions, serviceOptions, other, port, fortnox, clock, schedules);
  }

  public StackOptions port(int wanted) {
    return new StackOptions(
        templateOptions, serviceOptions, functionOptions, wanted, fortnox, clock, schedules);
  }

  public StackOptions fortnox(Function<Clock, FortnoxServer> starter) {
    return new StackOptions(
        templateOptions,
        serviceOptions,
        functionOptions,
        port,
        Optional.of(starter),
        clock,
        schedules);
  }

  /** With a sandbox of its own, by the stack's clock. */
  public StackOptions sandbox() {
    return fortnox(SandboxFortnox::start);
  }

  public StackOptions clock(Clock other) {
    return new StackOptions(
        templateOptions, serviceOptions, functionOptions, port, fortnox, other, schedules);
  }

  public StackOptions schedules(boolean running) {
    return new StackOptions(
        templateOptions, serviceOptions, functionOptions, port, fortnox, clock, running);
  }
}
