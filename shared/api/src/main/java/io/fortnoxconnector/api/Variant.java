package io.fortnoxconnector.api;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.fortnoxconnector.translation.Resource;
import io.fortnoxconnector.translation.Unified;
import java.util.function.UnaryOperator;

/**
 * A resource as it shows at a path: at its own, or as one of several that share one.
 *
 * @param path below which its entities are, such as {@code /accounting/contacts}
 * @param kind what tells its ids from the others' there: {@code customer} in {@code customer-12};
 *     empty where it has the path for itself
 * @param shown what is added to an entity
 * @param taken what is taken from a body before the resource's table sees it
 * @param form what a form calls the part that is the JSON object; empty where no form is taken
 */
public record Variant(
    String path,
    String kind,
    Resource resource,
    UnaryOperator<ObjectNode> shown,
    UnaryOperator<ObjectNode> taken,
    String form) {

  /** One that takes no forms. */
  public Variant(
      String path,
      String kind,
      Resource resource,
      UnaryOperator<ObjectNode> shown,
      UnaryOperator<ObjectNode> taken) {
    this(path, kind, resource, shown, taken, "");
  }

  /** A resource at its own path. */
  public static Variant of(Resource resource) {
    return new Variant(
        "/accounting/" + resource.name(),
        "",
        resource,
        UnaryOperator.identity(),
        UnaryOperator.identity());
  }

  /** The same, but for what is taken from a body. */
  public Variant taking(UnaryOperator<ObjectNode> otherwise) {
    return new Variant(path, kind, resource, shown, otherwise, form);
  }

  /** The same, created by forms with files too. */
  public Variant takingForms(String partName) {
    return new Variant(path, kind, resource, shown, taken, partName);
  }

  /** The id here of an entity that Fortnox knows by that one. */
  String id(String own) {
    return kind.isEmpty() ? own : kind + "-" + own;
  }

  /** An entity as it shows here. */
  ObjectNode show(Unified entity) {
    ObjectNode data = entity.data();
    if (!kind.isEmpty()) {
      data.put("id", id(data.path("id").asText()));
    }
    return shown.apply(data);
  }
}
