package io.fortnoxconnector.api;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.util.List;

/** A list that is the same for every company and costs no call to Fortnox. */
public final class FixedList implements Endpoint {

  private final List<? extends JsonNode> all;
  private final Gate gate;

  public FixedList(List<? extends JsonNode> all, Gate gate) {
    this.all = List.copyOf(all);
    this.gate = gate;
  }

  @Override
  public HttpResponse answer(HttpRequest request) {
    gate.connection(request);
    Paging paging = Paging.byNumber(request);
    Parameters.refuseOthers(request);
    ArrayNode data = JsonNodeFactory.instance.arrayNode();
    all.stream()
        .skip((paging.page() - 1L) * paging.limit())
        .limit(paging.limit())
        .forEach(one -> data.add(one.deepCopy()));
    long pages = Math.ceilDiv(all.size(), paging.limit());
    return Envelope.of(data)
        .warning(Parameters.warnings(request))
        .paged(all.size(), paging.limit(), paging.page(), pages)
        .response(200)
        .with("Link", paging.links(request, pages, null));
  }
}
