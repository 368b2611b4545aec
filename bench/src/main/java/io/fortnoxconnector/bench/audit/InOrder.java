package io.fortnoxconnector.bench.audit;

import io.fortnoxconnector.bench.workload.Told;
import io.fortnoxconnector.bench.workload.Write;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/**
 * A client's writes reach Fortnox in the order in which they were accepted. One that was never
 * answered has no place in it.
 */
final class InOrder implements Check {

  @Override
  public void look(Evidence evidence, Consumer<String> violation) {
    Map<Change, Write> writes =
        evidence.told().stream()
            .filter(Told::isAcknowledged)
            .map(Told::write)
            .collect(Collectors.toMap(Change::of, write -> write));
    Map<String, Write> last = new HashMap<>();
    for (Change change : evidence.changes()) {
      Write write = writes.get(change);
      if (write != null) {
        Write before = last.put(write.client(), write);
        if (before != null && before.number() > write.number()) {
          violation.accept(write + " reached Fortnox after number " + before.number());
        }
      }
    }
  }
}
