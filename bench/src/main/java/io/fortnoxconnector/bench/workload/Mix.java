package io.fortnoxconnector.bench.workload;

import io.fortnoxconnector.translation.Operation;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Thinks up a client's next write: which operation, by which door, with what in it. */
final class Mix {

  private final String client;
  private final Random random;

  Mix(String client, Random random) {
    this.client = client;
    this.random = random;
  }

  /**
   * The next write.
   *
   * @param customers that can be changed
   */
  Write next(WritingCompany company, int number, List<String> customers) {
    Operation operation = customers.isEmpty() ? Operation.CREATE : operation();
    String target =
        operation == Operation.CREATE ? null : customers.get(random.nextInt(customers.size()));
    return new Write(
        client,
        company.number(),
        company.connection(),
        number,
        door(),
        operation,
        "K-" + client + "-" + number,
        target,
        operation == Operation.DELETE ? null : contactPersons(number),
        operation != Operation.DELETE && random.nextInt(4) > 0);
  }

  private Operation operation() {
    int hundredth = random.nextInt(100);
    if (hundredth < 45) {
      return Operation.CREATE;
    }
    if (hundredth < 70) {
      return Operation.PATCH;
    }
    return hundredth < 85 ? Operation.REPLACE : Operation.DELETE;
  }

  private Door door() {
    int hundredth = random.nextInt(100);
    if (hundredth < 35) {
      return Door.WAITING;
    }
    if (hundredth < 75) {
      return Door.LATER;
    }
    return hundredth < 90 ? Door.JOB : Door.UNKEYED;
  }

  private @Nullable List<String> contactPersons(int number) {
    return random.nextInt(4) > 0
        ? null
        : IntStream.rangeClosed(1, 1 + random.nextInt(2))
            .mapToObj(i -> "P-" + number + "-" + i)
            .toList();
  }
}
