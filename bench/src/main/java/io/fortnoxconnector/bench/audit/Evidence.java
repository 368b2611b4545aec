package io.fortnoxconnector.bench.audit;

import io.fortnoxconnector.bench.workload.Client;
import io.fortnoxconnector.bench.workload.Told;
import io.fortnoxconnector.bench.workload.WritingCompany;
import io.fortnoxconnector.sandbox.Sandbox;
import io.fortnoxconnector.sandbox.ledger.Entry;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** All that the checks look at, as it was at one moment, about some clients' companies. */
record Evidence(
    Sandbox sandbox,
    List<WritingCompany> companies,
    List<Told> told,
    StoredTasks tasks,
    List<Entry> ledger,
    List<Change> changes) {

  static Evidence of(Sandbox sandbox, List<Client> clients, StoredTasks tasks) {
    List<WritingCompany> companies = clients.stream().map(Client::company).distinct().toList();
    Set<String> numbers =
        companies.stream().map(WritingCompany::number).collect(Collectors.toSet());
    List<Entry> ledger =
        sandbox.ledger().entries().stream()
            .filter(entry -> entry.company() != null && numbers.contains(entry.company()))
            .toList();
    return new Evidence(
        sandbox,
        companies,
        clients.stream().flatMap(client -> client.told().stream()).toList(),
        tasks,
        ledger,
        Change.of(ledger));
  }
}
