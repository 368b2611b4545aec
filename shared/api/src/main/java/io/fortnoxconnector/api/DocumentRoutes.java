package io.fortnoxconnector.api;

import io.fortnoxconnector.connector.Timing;
import io.fortnoxconnector.connector.reading.Reader;
import io.fortnoxconnector.connector.tasks.WriteDesk;
import io.fortnoxconnector.translation.Resource;
import java.util.LinkedHashMap;
import java.util.Map;

/** All that a document has below {@code /accounting}: itself, its lines, its PDF, its actions. */
public final class DocumentRoutes {

  private final Gate gate;
  private final Reader reader;
  private final WriteDesk desk;
  private final Timing timing;

  public DocumentRoutes(Gate gate, Reader reader, WriteDesk desk, Timing timing) {
    this.gate = gate;
    this.reader = reader;
    this.desk = desk;
    this.timing = timing;
  }

  /**
   * The endpoints by their paths.
   *
   * @param id the name of the document's id in the template's paths
   */
  public Map<String, Endpoint> of(Resource document, String id) {
    var endpoints = new LinkedHashMap<String, Endpoint>();
    String path = "/accounting/" + document.name();
    String one = path + "/{" + id + "}/";
    endpoints.put(path, new ResourceEndpoint(document, gate, reader, desk, timing));
    document
        .lines()
        .ifPresent(
            lines ->
                endpoints.put(
                    one + lines.field(), new LinesEndpoint(document, gate, reader, desk, timing)));
    document
        .pdf()
        .ifPresent(
            _ -> endpoints.put(one + "document", new DocumentEndpoint(document, gate, reader)));
    var actions = new ActionsEndpoint(document, gate, desk, timing);
    document.actions().forEach(action -> endpoints.put(one + action.name(), actions));
    return endpoints;
  }
}
