package io.fortnoxconnector.bench.audit;

import com.fasterxml.jackson.databind.JsonNode;
import io.fortnoxconnector.bench.audit.StoredTask.Ending;
import io.fortnoxconnector.bench.workload.Told;
import io.fortnoxconnector.translation.Operation;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/** A customer's contact persons are those of the last write that named any, each once. */
final class RowsAsWanted implements Check {

  private record Customer(String company, String number) {

    @Override
    public String toString() {
      return "customer " + number + " of company " + company;
    }
  }

  @Override
  public void look(Evidence evidence, Consumer<String> violation) {
    Map<Customer, List<String>> rows = rows(evidence);
    rows.forEach(
        (customer, names) -> {
          if (new HashSet<>(names).size() < names.size()) {
            violation.accept(customer + " has doubled contact persons: " + names);
          }
        });
    wanted(evidence)
        .forEach(
            (customer, names) -> {
              List<String> found = rows.getOrDefault(customer, List.of());
              if (names.isPresent() && !found.equals(names.get())) {
                violation.accept(customer + " should have " + names.get() + ", and has " + found);
              }
            });
  }

  /** Empty where it's open what is there: a write that isn't done may be half done. */
  private static Map<Customer, Optional<List<String>>> wanted(Evidence evidence) {
    var wanted = new HashMap<Customer, Optional<List<String>>>();
    for (Told told : evidence.told()) {
      List<String> persons = told.write().contactPersons();
      String id =
          told.write().operation() == Operation.CREATE ? told.entity() : told.write().target();
      if (id == null) {
        continue;
      }
      Customer customer = new Customer(told.write().company(), id);
      if (told.write().operation() == Operation.DELETE) {
        wanted.put(customer, Optional.empty());
      } else if (persons != null) {
        boolean done =
            evidence.tasks().of(told).filter(task -> task.ending() == Ending.DONE).isPresent();
        wanted.put(customer, done ? Optional.of(sorted(persons)) : Optional.empty());
      }
    }
    return wanted;
  }

  private static Map<Customer, List<String>> rows(Evidence evidence) {
    var rows = new HashMap<Customer, List<String>>();
    evidence.told().stream()
        .map(told -> told.write().company())
        .distinct()
        .forEach(
            company -> {
              for (JsonNode row :
                  evidence.sandbox().company(company).records("customerreferences")) {
                rows.computeIfAbsent(
                        new Customer(company, row.path("CustomerNumber").asText()),
                        customer -> new ArrayList<>())
                    .add(row.path("Reference").asText());
              }
            });
    rows.replaceAll((customer, names) -> sorted(names));
    return rows;
  }

  private static List<String> sorted(List<String> names) {
    return names.stream().sorted().toList();
  }
}
