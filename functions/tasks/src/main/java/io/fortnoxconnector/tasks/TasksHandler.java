package io.fortnoxconnector.tasks;

import io.fortnoxconnector.api.Endpoints;
import io.fortnoxconnector.api.Gate;
import io.fortnoxconnector.api.HttpHandler;
import io.fortnoxconnector.aws.Aws;
import io.fortnoxconnector.aws.Environment;
import java.util.Map;

/** What became of a write; what changed. Routes: template.yaml, TasksFunction. */
public final class TasksHandler extends HttpHandler {

  /** What Lambda calls. */
  public TasksHandler() {
    this(Environment.system());
  }

  public TasksHandler(Environment environment) {
    this(new Aws(environment));
  }

  private TasksHandler(Aws aws) {
    this(aws, new Gate(aws.access()));
  }

  private TasksHandler(Aws aws, Gate gate) {
    super(
        new Endpoints(
            Map.of(
                "/accounting/asyncTask",
                new TasksEndpoint(gate, aws.ownTasks()),
                "/accounting/events",
                new EventsEndpoint(gate, aws.eventList()))),
        aws.meter(),
        aws.timing());
  }
}
