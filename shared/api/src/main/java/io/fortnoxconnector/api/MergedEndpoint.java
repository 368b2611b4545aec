package io.fortnoxconnector.api;

import static io.fortnoxconnector.connector.problems.ProblemType.NOT_FOUND;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.fortnoxconnector.connector.Identifiers;
import io.fortnoxconnector.connector.Timing;
import io.fortnoxconnector.connector.connections.Connection;
import io.fortnoxconnector.connector.reading.Reader;
import io.fortnoxconnector.connector.tasks.WriteDesk;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * Several resources behind one path: their lists one after the other, their entities by ids that
 * say which resource is meant. What is written is a write of that resource, as at its own path.
 */
public final class MergedEndpoint implements Endpoint {

  private final Map<String, ResourceEndpoint> byKind = new LinkedHashMap<>();
  private final Map<String, Variant> variants = new LinkedHashMap<>();
  private final Function<ObjectNode, String> kindOf;
  private final ChainedLists lists;
  private final Gate gate;

  /**
   * Variants behind their common path.
   *
   * @param kindOf the kind of the entity that a body describes; throws {@link Rejected} where it
   *     doesn't tell
   */
  public MergedEndpoint(
      List<Variant> merged,
      Function<ObjectNode, String> kindOf,
      Gate gate,
      Reader reader,
      WriteDesk desk,
      Timing timing) {
    for (Variant variant : merged) {
      byKind.put(variant.kind(), new ResourceEndpoint(variant, gate, reader, desk, timing));
      variants.put(variant.kind(), variant);
    }
    this.kindOf = kindOf;
    this.lists = new ChainedLists(merged, gate, reader);
    this.gate = gate;
  }

  @Override
  public HttpResponse answer(HttpRequest request) {
    Optional<String> id = EntityIds.last(request);
    if (id.isEmpty() && request.method().equals("GET")) {
      return lists.answer(request);
    }
    Connection connection = gate.connection(request);
    return id.isPresent()
        ? one(request, connection, id.get())
        : endpoint(kindOf.apply(body(request))).answer(request, connection, null);
  }

  /** All variants of one path take the same forms. */
  private ObjectNode body(HttpRequest request) {
    return FormBody.of(request, variants.values().iterator().next().form());
  }

  private HttpResponse one(HttpRequest request, Connection connection, String id) {
    int dash = id.indexOf('-');
    Variant variant = dash < 0 ? null : variants.get(id.substring(0, dash));
    String own = id.substring(dash + 1);
    if (variant == null || !Identifiers.isIdOf(variant.resource(), own)) {
      throw new Rejected(NOT_FOUND.about(idsBegin()));
    }
    return endpoint(variant.kind()).answer(request, connection, own);
  }

  private ResourceEndpoint endpoint(String kind) {
    ResourceEndpoint endpoint = byKind.get(kind);
    if (endpoint == null) {
      throw new IllegalStateException("nothing here is a " + kind);
    }
    return endpoint;
  }

  private String idsBegin() {
    return "Ids begin with what they're of: "
        + String.join(", ", variants.keySet().stream().map(kind -> kind + "-1").toList())
        + ".";
  }

  @Override
  public String rehearsalRoute() {
    return "GET " + variants.values().iterator().next().path();
  }

  @Override
  public void rehearse() {
    byKind.values().forEach(ResourceEndpoint::rehearse);
  }
}
