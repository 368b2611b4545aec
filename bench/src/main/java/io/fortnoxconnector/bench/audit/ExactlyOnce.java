package io.fortnoxconnector.bench.audit;

import io.fortnoxconnector.bench.audit.StoredTask.Ending;
import io.fortnoxconnector.bench.workload.Told;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Every accepted write is carried out exactly once, or ended with a reason. */
final class ExactlyOnce implements Check {

  @Override
  public void look(Evidence evidence, Consumer<String> violation) {
    for (StoredTask task : evidence.tasks().all()) {
      if (task.ending() == Ending.NONE) {
        violation.accept("company " + task.companyId() + ": task " + task.id() + " hasn't ended");
      }
    }
    Map<Change, Long> changes =
        evidence.changes().stream()
            .collect(Collectors.groupingBy(Function.identity(), Collectors.counting()));
    for (Told told : evidence.told()) {
      Optional<Ending> ending = evidence.tasks().of(told).map(StoredTask::ending);
      answered(told, ending, violation);
      long times = changes.getOrDefault(Change.of(told.write()), 0L);
      if (!isRight(ending, times)) {
        violation.accept(
            "%s changed Fortnox %d times; its task %s"
                .formatted(
                    told.write(),
                    times,
                    ending.map(how -> "ended as " + how).orElse("doesn't exist")));
      }
    }
  }

  private static void answered(Told told, Optional<Ending> ending, Consumer<String> violation) {
    switch (told.state()) {
      case OPEN, UNCERTAIN -> {
        if (ending.isEmpty()) {
          violation.accept(told.write() + " was accepted, and has no task");
        }
      }
      case DONE -> {
        if (ending.filter(how -> how == Ending.DONE || how == Ending.PARTIAL).isEmpty()) {
          violation.accept(told.write() + " was told as done, and its task says " + ending);
        }
      }
      case UNANSWERED, FAILED -> {
        // It may have been refused at the door.
      }
    }
  }

  private static boolean isRight(Optional<Ending> ending, long times) {
    return switch (ending.orElse(Ending.FAILED)) {
      case DONE, PARTIAL -> times == 1;
      case FAILED, CANCELLED -> times == 0;
      case UNCERTAIN, NONE -> times <= 1;
    };
  }
}
