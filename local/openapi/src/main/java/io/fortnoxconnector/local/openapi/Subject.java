package io.fortnoxconnector.local.openapi;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.fortnoxconnector.translation.FilterDescription;
import io.fortnoxconnector.translation.Operation;
import io.fortnoxconnector.translation.Resource;
import io.fortnoxconnector.translation.Resources;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What a path is about: a resource, or several that share it.
 *
 * @param path of the list
 * @param plural as in the name {@code listCustomers}
 * @param single as in the name of a schema
 * @param suffix of operations' names, where a second path is about the same
 * @param resources as many as share the path
 * @param shown members that entities have here beyond their tables'
 * @param taken members that bodies can have here beyond their tables'
 */
record Subject(
    String path,
    String tag,
    String plural,
    String single,
    String suffix,
    List<Resource> resources,
    ObjectNode shown,
    ObjectNode taken) {

  /** Every resource at its own path, and those of merged.yaml. */
  static List<Subject> all() {
    List<Subject> all = new ArrayList<>();
    Resources.ALL.forEach(resource -> all.add(of(resource)));
    Nodes.resource("merged.yaml").path("paths").forEach(one -> all.add(merged(one)));
    return all;
  }

  private static Subject of(Resource resource) {
    return new Subject(
        "/accounting/" + resource.name(),
        resource.name(),
        Names.capital(resource.name()),
        Names.single(resource),
        "",
        List.of(resource),
        Nodes.object(),
        Nodes.object());
  }

  private static Subject merged(JsonNode written) {
    List<Resource> resources = new ArrayList<>();
    written
        .path("resources")
        .forEach(name -> resources.add(Resources.named(name.asText()).orElseThrow()));
    return new Subject(
        written.path("path").asText(),
        written.path("tag").asText(),
        written.path("plural").asText(),
        written.path("single").asText(),
        written.path("suffix").asText(),
        List.copyOf(resources),
        written.withObjectProperty("shown"),
        written.withObjectProperty("taken"));
  }

  Resource first() {
    return resources.getFirst();
  }

  boolean isSingleton() {
    return first().isSingleton();
  }

  /** Whether some of it can be asked for that. */
  boolean allows(Operation operation) {
    return resources.stream().anyMatch(resource -> resource.allows(operation));
  }

  /** Why some of it can't be asked for that; empty where all of it can. */
  Optional<String> refusal(Operation operation) {
    return resources.stream()
        .filter(resource -> !resource.allows(operation))
        .findFirst()
        .map(
            resource ->
                resource
                    .refusal(operation)
                    .orElse("Fortnox has no way to do this to " + resource.name() + "."));
  }

  /** The filters that all of it has. */
  Stream<FilterDescription> filters() {
    return first().filterDescriptions().stream()
        .filter(
            filter ->
                resources.stream()
                    .allMatch(
                        resource ->
                            resource.filterDescriptions().stream()
                                .anyMatch(other -> other.name().equals(filter.name()))));
  }

  Stream<FilterDescription> filtersOfOne() {
    return filters().filter(filter -> first().filtersOfOne().contains(filter.name()));
  }

  String words() {
    return Names.words(single);
  }
}
