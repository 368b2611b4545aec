package io.fortnoxconnector.bench.audit;

import io.fortnoxconnector.bench.workload.Client;
import io.fortnoxconnector.bench.workload.Told;
import io.fortnoxconnector.bench.workload.WritingCompany;
import io.fortnoxconnector.sandbox.Sandbox;
import io.fortnoxconnector.sandbox.ledger.Entry;
import java.util.List;

/** All that the checks look at, as it was at one moment. */
record Evidence(
    Sandbox sandbox,
    List<WritingCompany> companies,
    List<Told> told,
    StoredTasks tasks,
    List<Entry> ledger,
    List<Change> changes) {

  static Evidence of(Sandbox sandbox, List<Client> clients, StoredTasks tasks) {
    List<Entry> ledger = sandbox.ledger().entries();
    return new Evidence(
        sandbox,
        clients.stream().map(Client::company).distinct().toList(),
        clients.stream().flatMap(client -> client.told().stream()).toList(),
        tasks,
        ledger,
        Change.of(ledger));
  }
}
