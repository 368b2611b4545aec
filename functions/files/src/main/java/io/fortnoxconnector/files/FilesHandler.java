package io.fortnoxconnector.files;

import static io.fortnoxconnector.translation.Bills.BILLS;
import static io.fortnoxconnector.translation.Invoices.INVOICES;
import static io.fortnoxconnector.translation.Items.ITEMS;
import static io.fortnoxconnector.translation.JournalEntries.JOURNAL_ENTRIES;
import static io.fortnoxconnector.translation.Offers.OFFERS;
import static io.fortnoxconnector.translation.SalesOrders.SALES_ORDERS;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.fortnoxconnector.api.AttachmentsEndpoint;
import io.fortnoxconnector.api.ConnectedDocumentEndpoint;
import io.fortnoxconnector.api.Endpoint;
import io.fortnoxconnector.api.Endpoints;
import io.fortnoxconnector.api.FilesEndpoint;
import io.fortnoxconnector.api.FixedList;
import io.fortnoxconnector.api.FixedObject;
import io.fortnoxconnector.api.Gate;
import io.fortnoxconnector.api.HttpHandler;
import io.fortnoxconnector.aws.Aws;
import io.fortnoxconnector.aws.Environment;
import io.fortnoxconnector.translation.FileTypes;
import io.fortnoxconnector.translation.Files;
import io.fortnoxconnector.translation.Resource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** Files, and those that belong to something. Routes: template.yaml, FilesFunction. */
public final class FilesHandler extends HttpHandler {

  /** What Lambda calls. */
  public FilesHandler() {
    this(Environment.system());
  }

  public FilesHandler(Environment environment) {
    this(new Aws(environment));
  }

  private FilesHandler(Aws aws) {
    super(new Endpoints(endpoints(aws)), aws.meter(), aws.timing());
  }

  private static Map<String, Endpoint> endpoints(Aws aws) {
    var gate = new Gate(aws.access());
    var reader = aws.fileReader();
    var desk = aws.desk();
    var files = new FilesEndpoint(gate, reader, desk, aws.timing());
    Function<Resource, Endpoint> attachments =
        resource -> new AttachmentsEndpoint(resource, gate, reader, desk, aws.timing());
    Endpoint entries = attachments.apply(JOURNAL_ENTRIES);
    var endpoints = new HashMap<String, Endpoint>();
    endpoints.put("/accounting/files", files);
    endpoints.put("/accounting/files/async", files);
    endpoints.put("/accounting/files/documentTypes", new FixedList(documentTypes(), gate));
    endpoints.put("/accounting/files/documentExtensions", new FixedObject(extensions(), gate));
    endpoints.put("/accounting/journalEntries/{journalEntryId}/attachments", entries);
    endpoints.put("/accounting/journalEntries/{journalEntryId}/Attachments", entries);
    endpoints.put("/accounting/invoices/{invoiceId}/attachments", attachments.apply(INVOICES));
    endpoints.put("/accounting/items/{itemId}/attachments", attachments.apply(ITEMS));
    endpoints.put("/accounting/bills/{billId}/attachments", attachments.apply(BILLS));
    endpoints.put("/accounting/offers/{offerId}/attachments", attachments.apply(OFFERS));
    endpoints.put(
        "/accounting/salesOrders/{salesOrderId}/attachments", attachments.apply(SALES_ORDERS));
    endpoints.put(
        "/accounting/bills/{billId}/document", new ConnectedDocumentEndpoint(BILLS, gate, reader));
    return endpoints;
  }

  /** Maesn's words for them: a name, and what it's a kind of. */
  private static List<ObjectNode> documentTypes() {
    return Files.documentTypes().stream()
        .map(
            name ->
                JsonNodeFactory.instance.objectNode().put("name", name).put("category", "INBOX"))
        .toList();
  }

  private static ObjectNode extensions() {
    ObjectNode object = JsonNodeFactory.instance.objectNode();
    var list = object.putArray("allowed_file_extensions");
    FileTypes.extensions().forEach(list::add);
    return object;
  }
}
