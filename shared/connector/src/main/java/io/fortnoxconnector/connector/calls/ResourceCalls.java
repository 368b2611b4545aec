package io.fortnoxconnector.connector.calls;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.fortnoxconnector.fortnox.FortnoxCall;
import io.fortnoxconnector.fortnox.FortnoxCall.Method;
import io.fortnoxconnector.translation.Action;
import io.fortnoxconnector.translation.EntityAddress;
import io.fortnoxconnector.translation.Resource;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Which call to Fortnox it takes to do something with a resource.
 *
 * <p>Ids are those that a resource can have; {@link Resource#address} tells.
 */
public final class ResourceCalls {

  private ResourceCalls() {}

  /**
   * Reads one entity.
   *
   * @param query what else says which one, in Fortnox's terms
   */
  public static FortnoxCall read(Resource resource, String id, Map<String, String> query) {
    return one(Method.GET, resource, id, query, null);
  }

  public static FortnoxCall list(Resource resource, Map<String, String> query) {
    return FortnoxCall.get(resource.collectionPath(), query);
  }

  public static FortnoxCall create(Resource resource, ObjectNode entity) {
    return resource
        .making()
        .map(making -> act(making.source(), making.sourceOf(entity), making.action()))
        .orElseGet(() -> post(resource, entity));
  }

  private static FortnoxCall post(Resource resource, ObjectNode entity) {
    return new FortnoxCall(
        Method.POST,
        resource.collectionPath(),
        resource.query(entity),
        wrapped(resource, resource.document(entity)));
  }

  /** Only rows change, or nothing: then it's read, since Fortnox refuses an empty document. */
  public static FortnoxCall update(Resource resource, String id, ObjectNode entity) {
    ObjectNode document = resource.document(entity);
    return document.isEmpty()
        ? read(resource, id, resource.query(entity))
        : one(Method.PUT, resource, id, resource.query(entity), wrapped(resource, document));
  }

  public static FortnoxCall delete(Resource resource, String id) {
    return one(Method.DELETE, resource, id, Map.of(), null);
  }

  /** An entity as a PDF, of a resource that can be one. */
  public static FortnoxCall pdf(Resource resource, String id) {
    return below(Method.GET, resource, id, resource.pdf().orElseThrow());
  }

  /** An action has no body: Fortnox refuses even an empty one. */
  public static FortnoxCall act(Resource resource, String id, Action action) {
    return below(action.sends() ? Method.GET : Method.PUT, resource, id, action.fortnoxName());
  }

  private static FortnoxCall below(Method method, Resource resource, String id, String name) {
    FortnoxCall entity = one(method, resource, id, Map.of(), null);
    return new FortnoxCall(method, entity.path() + "/" + name, entity.query(), null);
  }

  private static FortnoxCall one(
      Method method,
      Resource resource,
      String id,
      Map<String, String> query,
      @Nullable ObjectNode body) {
    EntityAddress address =
        resource
            .address(id)
            .orElseThrow(
                () -> new IllegalArgumentException("no " + resource.name() + " can be " + id));
    var path = new StringBuilder(address.collection());
    address.keys().forEach(key -> path.append('/').append(FortnoxCall.segment(key)));
    var all = new LinkedHashMap<>(query);
    all.putAll(address.query());
    return new FortnoxCall(method, path.toString(), all, body);
  }

  private static ObjectNode wrapped(Resource resource, ObjectNode document) {
    ObjectNode wrapper = JsonNodeFactory.instance.objectNode();
    wrapper.set(resource.singleKey(), document);
    return wrapper;
  }
}
