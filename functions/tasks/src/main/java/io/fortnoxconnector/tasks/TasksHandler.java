package io.fortnoxconnector.tasks;

import io.fortnoxconnector.api.Gate;
import io.fortnoxconnector.api.HttpHandler;
import io.fortnoxconnector.aws.Aws;
import io.fortnoxconnector.aws.Environment;

/** What became of a write. Routes: template.yaml, TasksFunction. */
public final class TasksHandler extends HttpHandler {

  /** What Lambda calls. */
  public TasksHandler() {
    this(Environment.system());
  }

  public TasksHandler(Environment environment) {
    this(new Aws(environment));
  }

  private TasksHandler(Aws aws) {
    super(new TasksEndpoint(new Gate(aws.access()), aws.ownTasks()), aws.meter(), aws.timing());
  }
}
