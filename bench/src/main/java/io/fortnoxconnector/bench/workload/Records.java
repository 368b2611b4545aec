package io.fortnoxconnector.bench.workload;

import io.fortnoxconnector.bench.workload.Told.State;
import io.fortnoxconnector.translation.Operation;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.SequencedSet;

/** A client's memory. */
final class Records {

  private final List<Told> all = new ArrayList<>();
  private final SequencedSet<String> customers = new LinkedHashSet<>();

  synchronized void add(Told told) {
    all.add(told);
    note(told);
  }

  synchronized void replace(Told before, Told now) {
    int place = all.indexOf(before);
    if (place >= 0 && !before.equals(now)) {
      all.set(place, now);
      note(now);
    }
  }

  synchronized List<Told> all() {
    return List.copyOf(all);
  }

  synchronized int size() {
    return all.size();
  }

  synchronized List<Told> open() {
    return all.stream().filter(told -> told.state() == State.OPEN).toList();
  }

  /** The customers that are there, as far as the client knows. */
  synchronized List<String> customers() {
    return List.copyOf(customers);
  }

  /** What was asked to be deleted isn't written to any more, whatever became of it. */
  private void note(Told told) {
    String id = told.entity();
    if (told.write().operation() == Operation.CREATE && id != null) {
      customers.add(id);
    } else if (told.write().operation() == Operation.DELETE) {
      customers.remove(told.write().target());
    }
  }
}
