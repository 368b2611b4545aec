package io.fortnoxconnector.local.stack.template;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.AbstractConstruct;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;

/**
 * Reads a template's YAML; intrinsic functions, in their short and long form, become {@link
 * Intrinsic}s.
 */
final class YamlReader extends SafeConstructor {

  private YamlReader(LoaderOptions options) {
    super(options);
    yamlMultiConstructors.put("!", new ShortForm());
  }

  static Map<String, Object> read(Path file) {
    try (Reader reader = Files.newBufferedReader(file)) {
      Object root = longForms(new Yaml(new YamlReader(new LoaderOptions())).load(reader));
      return Section.asMap(root, "the document");
    } catch (IOException e) {
      throw new TemplateException(file.toString(), "can't be read: " + e.getMessage());
    } catch (YAMLException e) {
      throw new TemplateException(file.toString(), "is not YAML: " + e.getMessage());
    }
  }

  /**
   * CloudFormation's JSON spelling of an intrinsic, a mapping with one key, means the same as the
   * tag.
   */
  private static Object longForms(@Nullable Object node) {
    return switch (node) {
      case null -> "";
      case Map<?, ?> map when map.size() == 1 && isFunction(map.keySet().iterator().next()) -> {
        Map.Entry<?, ?> only = map.entrySet().iterator().next();
        String name = String.valueOf(only.getKey());
        yield new Intrinsic(name.replace("Fn::", ""), longForms(only.getValue()));
      }
      case Map<?, ?> map -> {
        Map<String, Object> copy = new LinkedHashMap<>();
        map.forEach((key, value) -> copy.put(String.valueOf(key), longForms(value)));
        yield copy;
      }
      case List<?> list -> list.stream().map(YamlReader::longForms).toList();
      case Intrinsic(String name, Object argument) -> new Intrinsic(name, longForms(argument));
      default -> node;
    };
  }

  private static boolean isFunction(@Nullable Object key) {
    // "Condition" is an intrinsic only inside Conditions; elsewhere it's an attribute and never
    // stands alone.
    return key instanceof String name && (name.equals("Ref") || name.startsWith("Fn::"));
  }

  private final class ShortForm extends AbstractConstruct {
    @Override
    public Object construct(Node node) {
      String name = node.getTag().getValue().substring(1);
      return new Intrinsic(
          name,
          switch (node) {
            case ScalarNode scalar -> scalar.getValue();
            case SequenceNode sequence -> constructSequence(sequence);
            case MappingNode mapping -> constructMapping(mapping);
            default -> throw new TemplateException("!" + name, "unexpected node");
          });
    }
  }
}
