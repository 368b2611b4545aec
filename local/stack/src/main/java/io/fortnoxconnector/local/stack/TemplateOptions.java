package io.fortnoxconnector.local.stack;

import io.fortnoxconnector.local.stack.template.Place;
import io.fortnoxconnector.local.stack.template.Template;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.UnaryOperator;

/**
 * The template, and where a stack differs from it.
 *
 * @param parameters where they differ from their defaults
 * @param overrides changes to its resources
 */
record TemplateOptions(
    Path file, Map<String, String> parameters, UnaryOperator<Template> overrides) {

  static TemplateOptions of(Path file) {
    return new TemplateOptions(file, Map.of(), UnaryOperator.identity());
  }

  TemplateOptions file(Path other) {
    return new TemplateOptions(other, parameters, overrides);
  }

  TemplateOptions parameter(String name, String value) {
    Map<String, String> all = new LinkedHashMap<>(parameters);
    all.put(name, value);
    return new TemplateOptions(file, Map.copyOf(all), overrides);
  }

  TemplateOptions override(String logicalId, String property, Object value) {
    return new TemplateOptions(
        file,
        parameters,
        template -> overrides.apply(template).override(logicalId, property, value));
  }

  Template read(Place place) {
    return overrides.apply(Template.read(file, place)).with(parameters);
  }
}
