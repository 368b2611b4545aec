package io.fortnoxconnector.local.openapi;

import static io.fortnoxconnector.local.openapi.Nodes.object;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.fortnoxconnector.local.stack.StackOptions;
import io.fortnoxconnector.local.stack.template.FunctionSpec;
import io.fortnoxconnector.local.stack.template.Place;
import io.fortnoxconnector.local.stack.template.Route;
import io.fortnoxconnector.local.stack.template.Template;
import io.fortnoxconnector.translation.Resource;
import io.fortnoxconnector.translation.Resources;
import java.util.Collection;
import java.util.List;
import java.util.Locale;

/** The OpenAPI document, made of the template's routes and the field tables. */
final class ApiDescription {
  private ApiDescription() {}

  /** Of the project's template. */
  static ObjectNode ofTemplate() {
    return of(routes());
  }

  /** The template's routes, without the one for all that isn't there. */
  static List<ApiRoute> routes() {
    return Template.read(StackOptions.defaults().template(), Place.LOCAL)
        .functions(name -> name)
        .stream()
        .map(FunctionSpec::routes)
        .flatMap(Collection::stream)
        .map(Route::operations)
        .flatMap(List::stream)
        .filter(key -> !key.equals(Route.DEFAULT))
        .map(ApiRoute::of)
        .toList();
  }

  /**
   * @throws IllegalStateException where nothing describes a route
   */
  static ObjectNode of(List<ApiRoute> routes) {
    Components components = new Components();
    TableSchemas schemas = new TableSchemas(components);
    List<Chapter> chapters =
        List.of(
            new WrittenChapter(components),
            new BulkChapter(schemas),
            new EntityChapter(schemas),
            new DocumentChapter(schemas));
    Examples examples = Examples.read();
    Forms forms = Forms.read();
    ObjectNode paths = object();
    for (ApiRoute route : routes) {
      ApiOperation operation =
          chapters.stream()
              .flatMap(chapter -> chapter.operation(route).stream())
              .findFirst()
              .orElseThrow(() -> new IllegalStateException(undescribed(route)));
      ObjectNode json = operation.json();
      examples.addTo(json, route);
      forms.addTo(json, route);
      paths.withObjectProperty(route.path()).set(route.method().toLowerCase(Locale.ROOT), json);
    }
    ObjectNode document = Nodes.resource("skeleton.yaml");
    ArrayNode tags = document.withArrayProperty("tags");
    Resources.ALL.forEach(resource -> tags.add(tag(resource)));
    document.set("paths", paths);
    ObjectNode all = document.withObjectProperty("components");
    all.withObjectProperty("responses").setAll(Answers.ofProblems());
    all.withObjectProperty("schemas").setAll(components.schemas());
    return document;
  }

  private static ObjectNode tag(Resource resource) {
    return object(
        "name",
        resource.name(),
        "description",
        "At Fortnox: `%s`; scope `%s`.".formatted(resource.collectionPath(), resource.scope()));
  }

  private static String undescribed(ApiRoute route) {
    return "Nothing describes the route "
        + route.key()
        + ": no field table has such a resource, lines or action. Describe it in"
        + " local/openapi/src/main/resources/openapi/routes.yaml.";
  }
}
