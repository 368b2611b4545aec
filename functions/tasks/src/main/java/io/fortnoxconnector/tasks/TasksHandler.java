package io.fortnoxconnector.tasks;

import io.fortnoxconnector.api.Endpoint;
import io.fortnoxconnector.api.Endpoints;
import io.fortnoxconnector.api.Gate;
import io.fortnoxconnector.api.HttpHandler;
import io.fortnoxconnector.aws.Aws;
import io.fortnoxconnector.aws.Environment;
import io.fortnoxconnector.connector.tasks.OwnTasks;
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
    this(aws, new Gate(aws.access()), aws.ownTasks());
  }

  private TasksHandler(Aws aws, Gate gate, OwnTasks tasks) {
    this(aws, gate, tasks, new RowsEndpoint(gate, tasks));
  }

  private TasksHandler(Aws aws, Gate gate, OwnTasks tasks, Endpoint rows) {
    super(
        new Endpoints(
            Map.of(
                "/accounting/asyncTask",
                new TasksEndpoint(gate, tasks),
                "/accounting/asyncTask/{taskId}/rows",
                rows,
                "/accounting/asyncTask/{taskId}/result",
                rows,
                "/accounting/events",
                new EventsEndpoint(gate, aws.eventList()))),
        aws.meter(),
        aws.timing());
  }
}
