package io.fortnoxconnector.local.stack.template;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Evaluates intrinsic functions against local values, as CloudFormation does when it deploys. */
final class Intrinsics {

  private static final Pattern VARIABLE = Pattern.compile("\\$\\{(!?)([^}]+)}");
  private static final Object NO_VALUE = new Object();

  private final Map<String, String> parameters;
  private final Map<String, Object> conditions;
  private final Map<String, Object> mappings;
  private final PhysicalIds ids;

  Intrinsics(
      Map<String, String> parameters,
      Map<String, Object> conditions,
      Map<String, Object> mappings,
      PhysicalIds ids) {
    this.parameters = parameters;
    this.conditions = conditions;
    this.mappings = mappings;
    this.ids = ids;
  }

  Section section(String where, Object node) {
    return new Section(where, Section.asMap(evaluate(node, where), where));
  }

  private Object evaluate(Object node, String where) {
    return switch (node) {
      case Intrinsic call -> call(call, where);
      case Map<?, ?> map -> {
        Map<String, Object> evaluated = new LinkedHashMap<>();
        map.forEach(
            (key, value) -> {
              Object result = evaluate(value, where + "." + key);
              if (result != NO_VALUE) {
                evaluated.put(String.valueOf(key), result);
              }
            });
        yield evaluated;
      }
      case List<?> list -> {
        List<Object> evaluated = new ArrayList<>();
        for (Object item : list) {
          Object result = evaluate(item, where);
          if (result != NO_VALUE) {
            evaluated.add(result);
          }
        }
        yield evaluated;
      }
      default -> node;
    };
  }

  private Object call(Intrinsic call, String where) {
    String place = where + " (!" + call.name() + ")";
    return switch (call.name()) {
      case "Ref" -> ref(text(call.argument(), place), place);
      case "GetAtt" -> attribute(call.argument(), place);
      case "Sub" -> substitute(call.argument(), place);
      case "If" -> {
        List<Object> arguments = arguments(call, 3, place);
        yield evaluate(
            condition(text(arguments.get(0), place), place) ? arguments.get(1) : arguments.get(2),
            where);
      }
      case "Condition" -> condition(text(call.argument(), place), place);
      case "Equals" -> {
        List<Object> arguments = arguments(call, 2, place);
        yield text(arguments.get(0), place).equals(text(arguments.get(1), place));
      }
      case "Not" -> !truth(arguments(call, 1, place).getFirst(), place);
      case "And" ->
          list(call.argument(), place).stream().allMatch(argument -> truth(argument, place));
      case "Or" ->
          list(call.argument(), place).stream().anyMatch(argument -> truth(argument, place));
      case "Join" -> {
        List<Object> arguments = arguments(call, 2, place);
        yield String.join(
            text(arguments.get(0), place),
            list(evaluate(arguments.get(1), place), place).stream()
                .map(item -> text(item, place))
                .toList());
      }
      case "Split" -> {
        List<Object> arguments = arguments(call, 2, place);
        yield List.of(
            text(arguments.get(1), place).split(Pattern.quote(text(arguments.get(0), place)), -1));
      }
      case "Select" -> {
        List<Object> arguments = arguments(call, 2, place);
        List<Object> list = list(evaluate(arguments.get(1), place), place);
        yield evaluate(list.get(Integer.parseInt(text(arguments.get(0), place))), place);
      }
      case "FindInMap" -> {
        List<Object> keys = arguments(call, 3, place);
        Object found = mappings;
        for (Object key : keys) {
          found = Section.asMap(found, place).get(text(key, place));
        }
        if (found == null) {
          throw new TemplateException(place, "nothing found under " + keys);
        }
        yield found;
      }
      default ->
          throw new TemplateException(
              where, "the local stack doesn't know the function !" + call.name());
    };
  }

  private Object ref(String name, String where) {
    if (name.equals("AWS::NoValue")) {
      return NO_VALUE;
    }
    String parameter = parameters.get(name);
    return parameter != null ? parameter : ids.ref(name, where);
  }

  private Object attribute(Object argument, String where) {
    String name =
        argument instanceof List<?> parts
            ? String.join(".", parts.stream().map(part -> text(part, where)).toList())
            : text(argument, where);
    return ids.attribute(name, where);
  }

  private String substitute(Object argument, String where) {
    Map<String, Object> own =
        argument instanceof List<?> parts ? Section.asMap(parts.getLast(), where) : Map.of();
    String pattern = text(argument instanceof List<?> parts ? parts.getFirst() : argument, where);
    return VARIABLE
        .matcher(pattern)
        .replaceAll(match -> Matcher.quoteReplacement(variable(match, own, where)));
  }

  private String variable(MatchResult match, Map<String, Object> own, String where) {
    String name = match.group(2);
    if (!match.group(1).isEmpty()) {
      return "${" + name + "}";
    }
    Object mine = own.get(name);
    if (mine != null) {
      return text(mine, where);
    }
    return name.contains(".") ? ids.attribute(name, where) : text(ref(name, where), where);
  }

  private boolean condition(String name, String where) {
    Object condition = conditions.get(name);
    if (condition == null) {
      throw new TemplateException(where, "there is no condition " + name);
    }
    return truth(condition, "Conditions." + name);
  }

  private boolean truth(Object node, String where) {
    return Boolean.parseBoolean(text(node, where));
  }

  private String text(Object node, String where) {
    Object value = evaluate(node, where);
    if (value instanceof Map || value instanceof List || value == NO_VALUE) {
      throw new TemplateException(where, "should be text");
    }
    return String.valueOf(value);
  }

  private List<Object> arguments(Intrinsic call, int count, String where) {
    List<Object> arguments = list(call.argument(), where);
    if (arguments.size() != count) {
      throw new TemplateException(where, "needs " + count + " arguments, has " + arguments.size());
    }
    return arguments;
  }

  private static List<Object> list(Object node, String where) {
    if (!(node instanceof List<?> list)) {
      throw new TemplateException(where, "needs a list");
    }
    return List.copyOf(list);
  }
}
