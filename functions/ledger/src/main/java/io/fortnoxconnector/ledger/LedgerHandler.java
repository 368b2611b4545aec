package io.fortnoxconnector.ledger;

import static io.fortnoxconnector.translation.Accounts.ACCOUNTS;
import static io.fortnoxconnector.translation.CostCenters.COST_CENTERS;
import static io.fortnoxconnector.translation.FiscalYears.FISCAL_YEARS;
import static io.fortnoxconnector.translation.JournalEntries.JOURNAL_ENTRIES;
import static io.fortnoxconnector.translation.Journals.JOURNALS;
import static io.fortnoxconnector.translation.Projects.PROJECTS;

import io.fortnoxconnector.api.BulkEndpoint;
import io.fortnoxconnector.api.ChainedLists;
import io.fortnoxconnector.api.Endpoint;
import io.fortnoxconnector.api.Endpoints;
import io.fortnoxconnector.api.FixedList;
import io.fortnoxconnector.api.Gate;
import io.fortnoxconnector.api.HttpHandler;
import io.fortnoxconnector.api.ReadOnlyEndpoint;
import io.fortnoxconnector.api.ResourceEndpoint;
import io.fortnoxconnector.api.Variant;
import io.fortnoxconnector.aws.Aws;
import io.fortnoxconnector.aws.Environment;
import io.fortnoxconnector.connector.reading.Reader;
import io.fortnoxconnector.connector.tasks.WriteDesk;
import io.fortnoxconnector.translation.Dimensions;
import io.fortnoxconnector.translation.Dimensions.Dimension;
import io.fortnoxconnector.translation.Resource;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Function;

/**
 * The ledger: accounts, journals and their entries, projects, cost centres, financial years,
 * dimensions. Routes: template.yaml, LedgerFunction.
 */
public final class LedgerHandler extends HttpHandler {

  /** What Lambda calls. */
  public LedgerHandler() {
    this(Environment.system());
  }

  public LedgerHandler(Environment environment) {
    this(new Aws(environment));
  }

  private LedgerHandler(Aws aws) {
    super(endpoints(aws), aws.meter(), aws.timing());
  }

  private static Endpoint endpoints(Aws aws) {
    Gate gate = new Gate(aws.access());
    Reader reader = aws.reader();
    WriteDesk desk = aws.desk();
    Function<Resource, Endpoint> whole =
        resource -> new ResourceEndpoint(resource, gate, reader, desk, aws.timing());
    Endpoint projects = whole.apply(PROJECTS);
    Endpoint costCenters = whole.apply(COST_CENTERS);
    var options =
        new DimensionsEndpoint(
            Map.of(PROJECTS.name(), projects, COST_CENTERS.name(), costCenters), gate);
    var categories = new FixedList(Dimensions.ALL.stream().map(Dimension::data).toList(), gate);
    var all = Dimensions.ALL.stream().map(Dimension::resource).map(Variant::of).toList();
    var byPath = new HashMap<String, Endpoint>();
    byPath.put("/accounting/accounts", whole.apply(ACCOUNTS));
    byPath.put("/accounting/journals", whole.apply(JOURNALS));
    byPath.put(
        "/accounting/journalEntries",
        new ResourceEndpoint(
            Variant.of(JOURNAL_ENTRIES).takingForms("journal_entry"),
            gate,
            reader,
            desk,
            aws.timing()));
    byPath.put(
        "/accounting/journalEntries/bulk",
        new BulkEndpoint(JOURNAL_ENTRIES, gate, aws.bulkDesk(desk)));
    byPath.put(
        "/accounting/journalEntries/{journalEntryId}/reverse",
        new ReversalEndpoint(gate, reader, desk, aws.timing()));
    byPath.put("/accounting/projects", projects);
    byPath.put("/accounting/costCenters", costCenters);
    byPath.put("/accounting/fiscalYears", new ReadOnlyEndpoint(FISCAL_YEARS, gate, reader));
    byPath.put("/accounting/dimensions", new ChainedLists(all, gate, reader));
    byPath.put("/accounting/v2/dimensions", categories);
    byPath.put("/accounting/v2/dimensions/{dimension}", options);
    byPath.put("/accounting/trackingCategories", categories);
    byPath.put("/accounting/trackingCategories/{dimension}/options", options);
    return new Endpoints(byPath);
  }
}
