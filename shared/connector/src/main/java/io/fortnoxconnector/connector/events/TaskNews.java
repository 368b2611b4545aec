package io.fortnoxconnector.connector.events;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toList;

import io.fortnoxconnector.connector.Deadline;
import io.fortnoxconnector.connector.Ids;
import io.fortnoxconnector.connector.Timing;
import io.fortnoxconnector.connector.connections.ConnectionStore;
import io.fortnoxconnector.connector.metrics.Meter;
import io.fortnoxconnector.connector.metrics.Metric;
import io.fortnoxconnector.connector.tasks.TaskEnds;
import io.fortnoxconnector.connector.tasks.TaskEnds.Untold;
import io.fortnoxconnector.connector.tasks.TaskSummary;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * Tells of tasks that have ended ({@code task.finished}). A task's end is noted as untold in the
 * write that records it, and as told after its event is stored: whoever dies in between leaves it
 * to be told again, under the same id.
 */
public final class TaskNews {

  private static final String TYPE = "task.finished";

  private static final int MOST_AT_ONCE = 200;
  private static final Duration ONE_CONNECTION = Duration.ofSeconds(3);

  private final TaskEnds ends;
  private final EventStore events;
  private final ConnectionStore connections;
  private final Bell bell;
  private final Meter meter;
  private final Timing timing;

  public TaskNews(
      TaskEnds ends,
      EventStore events,
      ConnectionStore connections,
      Bell bell,
      Meter meter,
      Timing timing) {
    this.ends = ends;
    this.events = events;
    this.connections = connections;
    this.bell = bell;
    this.meter = meter;
    this.timing = timing;
  }

  /**
   * What one round did.
   *
   * @param accidents what stood in the way of single connections, for the log
   */
  public record Round(int told, List<RuntimeException> accidents) {}

  /** Before a snapshot. */
  public void rehearse() {
    ends.untold(1);
  }

  /** One round: as much as the deadline allows; the next one goes on. */
  public Round round(Deadline deadline) {
    var accidents = new ArrayList<RuntimeException>();
    int told = 0;
    // The index shows for a while what has been told already.
    var seen = new HashSet<String>();
    for (List<Untold> some = some(seen); !some.isEmpty(); some = some(seen)) {
      Map<String, List<Untold>> byConnection =
          some.stream().collect(groupingBy(Untold::connection, LinkedHashMap::new, toList()));
      for (var one : byConnection.entrySet()) {
        if (!deadline.allows(ONE_CONNECTION, timing)) {
          return new Round(told, List.copyOf(accidents));
        }
        try {
          told += tell(one.getKey(), one.getValue());
        } catch (RuntimeException accident) {
          // One company's trouble isn't another's.
          meter.count(Metric.ACCIDENTS);
          accidents.add(accident);
        }
      }
    }
    return new Round(told, List.copyOf(accidents));
  }

  private List<Untold> some(Set<String> seen) {
    return ends.untold(MOST_AT_ONCE).stream().filter(end -> seen.add(end.task().id())).toList();
  }

  private int tell(String connection, List<Untold> some) {
    events.tell(connection, some.stream().map(end -> event(connection, end.task())).toList());
    // Before they're noted as told: who dies here comes again.
    connections.find(connection).ifPresent(found -> bell.ring(found, events.last(connection)));
    some.forEach(end -> ends.told(end.task().id()));
    meter.add(Metric.EVENTS_TOLD, some.size());
    return some.size();
  }

  private Event event(String connection, TaskSummary task) {
    var data = new TreeMap<String, String>();
    data.put("connectionId", connection);
    data.put("taskId", task.id());
    data.put("status", task.state().status());
    data.put("resource", task.resource());
    data.put("operation", task.operation().name());
    if (task.resourceId() != null) {
      data.put("resourceId", task.resourceId());
    }
    return new Event(Ids.derived("event", TYPE, task.id()), TYPE, timing.now(), data);
  }
}
