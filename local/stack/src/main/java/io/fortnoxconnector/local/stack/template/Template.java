package io.fortnoxconnector.local.stack.template;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The stack as template.yaml describes it, read for one place and one set of parameters. Unknown
 * things are refused, not skipped.
 */
public final class Template {

  /** What exists for AWS alone: nothing runs locally for these. */
  private static final Set<String> WITHOUT_LOCAL_PART =
      Set.of(
          "AWS::Logs::LogGroup",
          "AWS::CloudWatch::Alarm",
          "AWS::CloudWatch::Dashboard",
          "AWS::SNS::Topic",
          "AWS::SQS::QueuePolicy",
          "AWS::Lambda::Permission");

  private static final Set<String> KNOWN =
      Set.of(
          "AWS::Serverless::HttpApi",
          "AWS::Serverless::Function",
          "AWS::Lambda::EventSourceMapping",
          "AWS::DynamoDB::Table",
          "AWS::SQS::Queue",
          "AWS::SecretsManager::Secret",
          "AWS::KMS::Key",
          "AWS::KMS::Alias");

  private final Path folder;
  private final Map<String, Object> document;
  private final Place place;
  private final Map<String, String> parameters;

  private Template(
      Path folder, Map<String, Object> document, Place place, Map<String, String> parameters) {
    this.folder = folder;
    this.document = document;
    this.place = place;
    this.parameters = parameters;
  }

  /** Reads the file; parameters have their defaults. */
  public static Template read(Path file, Place place) {
    Map<String, Object> document = YamlReader.read(file);
    Path folder = file.toAbsolutePath().resolveSibling("").normalize();
    Template template = new Template(folder, document, place, defaults(document));
    template.checkTypes();
    return template;
  }

  /**
   * The template.yaml that the system property {@code connector.template} names, or else the
   * nearest one upwards from the working directory.
   */
  public static Path locate(@Nullable String configured, Path workingDirectory) {
    if (configured != null) {
      return Path.of(configured);
    }
    for (Path folder = workingDirectory.toAbsolutePath();
        folder != null;
        folder = folder.getParent()) {
      Path candidate = folder.resolve("template.yaml");
      if (Files.isRegularFile(candidate)) {
        return candidate;
      }
    }
    throw new TemplateException(
        workingDirectory.toString(),
        "not found here or above; name it with -Dconnector.template=…");
  }

  public Place place() {
    return place;
  }

  public boolean hasParameter(String name) {
    return parameters.containsKey(name);
  }

  /** The same template with some parameters set. */
  public Template with(Map<String, String> overrides) {
    Map<String, String> all = new LinkedHashMap<>(parameters);
    overrides.forEach(
        (name, value) -> {
          if (all.replace(name, value) == null) {
            throw new TemplateException("Parameters", "there is no parameter " + name);
          }
        });
    return new Template(folder, document, place, all);
  }

  /** The same template with another value for a resource's property, a new one or its own. */
  public Template override(String logicalId, String property, Object value) {
    Map<String, Object> resources = section("Resources");
    Object found = resources.get(logicalId);
    if (found == null) {
      throw new TemplateException("Resources", "there is no resource " + logicalId);
    }
    Map<String, Object> resource = Section.asMap(found, logicalId);
    Map<String, Object> properties =
        Section.asMap(resource.getOrDefault("Properties", Map.of()), logicalId);
    properties.put(property, value);
    resource.put("Properties", properties);
    resources.put(logicalId, resource);
    Map<String, Object> changed = new LinkedHashMap<>(document);
    changed.put("Resources", resources);
    return new Template(folder, changed, place, parameters);
  }

  public List<TableSpec> tables() {
    return resources("AWS::DynamoDB::Table")
        .map(table -> ResourceReader.table(table, place))
        .toList();
  }

  public List<QueueSpec> queues() {
    return resources("AWS::SQS::Queue").map(queue -> ResourceReader.queue(queue, place)).toList();
  }

  public List<SecretSpec> secrets() {
    return resources("AWS::SecretsManager::Secret")
        .map(secret -> ResourceReader.secret(secret, place))
        .toList();
  }

  /** The KMS keys with the aliases that point to them. */
  public List<KeySpec> keys() {
    List<Section> aliases =
        resources("AWS::KMS::Alias").map(alias -> alias.section().section("Properties")).toList();
    return resources("AWS::KMS::Key").map(key -> ResourceReader.key(key, aliases, place)).toList();
  }

  /**
   * The functions, with their environment.
   *
   * @param queueUrl the URL of a queue by its name: known only once the queues are up
   */
  public List<FunctionSpec> functions(UnaryOperator<String> queueUrl) {
    return functions(GivenIds.assumed(place, queueUrl));
  }

  /** The functions, with the ids in their environment that services gave. */
  public List<FunctionSpec> functions(GivenIds given) {
    Intrinsics intrinsics = intrinsics(given);
    Section globals =
        intrinsics
            .section("Globals", document.getOrDefault("Globals", Map.of()))
            .section("Function");
    List<Section> mappings =
        resources("AWS::Lambda::EventSourceMapping", intrinsics).map(Resource::properties).toList();
    return resources("AWS::Serverless::Function", intrinsics)
        .map(function -> FunctionReader.read(function, globals, mappings, place, folder))
        .toList();
  }

  /**
   * The properties of all resources of a type by their keys in the template, evaluated: for what
   * has no part in the local stack, such as policies.
   */
  public Map<String, Map<String, Object>> properties(String type) {
    Map<String, Map<String, Object>> found = new LinkedHashMap<>();
    resources(type)
        .forEach(resource -> found.put(resource.logicalId(), resource.properties().values()));
    return found;
  }

  /** A resource of the template: its key there, and what stands under it, evaluated. */
  record Resource(String logicalId, Section section) {
    Section properties() {
      return section.section("Properties");
    }
  }

  private Stream<Resource> resources(String type) {
    return resources(
        type, intrinsics(GivenIds.assumed(place, name -> "https://sqs.local/" + name)));
  }

  private Stream<Resource> resources(String type, Intrinsics intrinsics) {
    return section("Resources").entrySet().stream()
        .filter(entry -> type.equals(type(entry)))
        .map(
            entry ->
                new Resource(
                    entry.getKey(),
                    intrinsics.section("Resources." + entry.getKey(), entry.getValue())));
  }

  private Intrinsics intrinsics(GivenIds given) {
    return new Intrinsics(
        parameters,
        section("Conditions"),
        section("Mappings"),
        new PhysicalIds(
            section("Resources"),
            Section.asMap(section("Globals").getOrDefault("Function", Map.of()), "Globals"),
            place,
            given));
  }

  private Map<String, Object> section(String name) {
    return Section.asMap(document.getOrDefault(name, Map.of()), name);
  }

  private static String type(Map.Entry<String, Object> resource) {
    return String.valueOf(
        Section.asMap(resource.getValue(), "Resources." + resource.getKey()).get("Type"));
  }

  private void checkTypes() {
    section("Resources")
        .entrySet()
        .forEach(
            resource -> {
              String type = type(resource);
              if (!KNOWN.contains(type) && !WITHOUT_LOCAL_PART.contains(type)) {
                throw new TemplateException(
                    "Resources." + resource.getKey(),
                    "the local stack doesn't know the type " + type);
              }
            });
    resources("AWS::Serverless::HttpApi").forEach(api -> ResourceReader.checkApi(api.properties()));
  }

  private static Map<String, String> defaults(Map<String, Object> document) {
    Map<String, String> defaults = new LinkedHashMap<>();
    Section.asMap(document.getOrDefault("Parameters", Map.of()), "Parameters")
        .forEach(
            (name, declaration) ->
                defaults.put(
                    name,
                    new Section(
                            "Parameters." + name, Section.asMap(declaration, "Parameters." + name))
                        .text("Default", "")));
    return defaults;
  }
}
