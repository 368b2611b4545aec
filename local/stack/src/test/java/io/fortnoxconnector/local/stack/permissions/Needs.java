package io.fortnoxconnector.local.stack.permissions;

import static java.util.stream.Collectors.toCollection;

import com.tngtech.archunit.core.domain.AccessTarget.CodeUnitAccessTarget;
import com.tngtech.archunit.core.domain.JavaClasses;
import io.fortnoxconnector.aws.Environment;
import io.fortnoxconnector.local.stack.permissions.Reach.Outside;
import io.fortnoxconnector.local.stack.template.FunctionSpec;
import java.lang.reflect.InvocationTargetException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** What a function does with AWS: each call of the SDK that it can come to, and on what. */
final class Needs {

  private static final Pattern CLIENT =
      Pattern.compile("software\\.amazon\\.awssdk\\.services\\.(\\w+)\\.\\w+Client");

  /** Methods of every client that call nothing. */
  private static final Set<String> LOCAL =
      Set.of("builder", "create", "close", "serviceName", "serviceClientConfiguration");

  /**
   * A transaction has no action of its own: it needs those of its parts (Amazon DynamoDB developer
   * guide, "Using IAM with DynamoDB transactions").
   */
  private static final Map<String, String> PARTS_OF_A_TRANSACTION =
      Map.of(
          "put", "PutItem",
          "update", "UpdateItem",
          "delete", "DeleteItem",
          "conditionCheck", "ConditionCheckItem");

  private static final String TRANSACTION =
      "software.amazon.awssdk.services.dynamodb.model.TransactWriteItem$Builder";

  private final StackNames names;

  Needs(StackNames names) {
    this.names = names;
  }

  /** What the function's code can do, and what its queues do in its name. */
  Set<Right> of(FunctionSpec function, Reach reach) {
    return Stream.concat(
            reach.outside().stream().flatMap(this::rights),
            function.queues().stream().flatMap(source -> polling(source.queueArn())))
        .flatMap(right -> Stream.concat(Stream.of(right), names.keyUse(right)))
        .collect(toCollection(TreeSet::new));
  }

  static Object handler(FunctionSpec function, Map<String, String> environment) {
    try {
      return Class.forName(function.handler().split("::", 2)[0])
          .getDeclaredConstructor(Environment.class)
          .newInstance(new Environment(environment));
    } catch (InvocationTargetException e) {
      throw new IllegalStateException(e.getCause());
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException(e);
    }
  }

  static Reach reach(FunctionSpec function, JavaClasses classes) {
    return Reach.of(new HandlerObjects(handler(function, function.environment())), classes);
  }

  /** AWS Lambda developer guide, "Using Lambda with Amazon SQS": what the poller needs. */
  private static Stream<Right> polling(String queueArn) {
    return Stream.of("ReceiveMessage", "DeleteMessage", "GetQueueAttributes")
        .map(operation -> Right.direct("sqs:" + operation, queueArn));
  }

  private Stream<Right> rights(Outside call) {
    CodeUnitAccessTarget target = call.target();
    Matcher client = CLIENT.matcher(target.getOwner().getName());
    String action;
    if (target.getOwner().getName().equals(TRANSACTION)
        && PARTS_OF_A_TRANSACTION.containsKey(target.getName())) {
      action = "dynamodb:" + PARTS_OF_A_TRANSACTION.get(target.getName());
    } else if (client.matches()
        && !LOCAL.contains(target.getName())
        && !target.getName().startsWith("transact")) {
      action = client.group(1) + ":" + operation(target.getName());
    } else {
      return Stream.empty();
    }
    List<String> resources = names.resources(action, call.from());
    if (resources.isEmpty()) {
      throw new IllegalStateException(
          action + " in " + call.from().code().getFullName() + ": on what can't be told");
    }
    return resources.stream().map(resource -> Right.direct(action, resource));
  }

  /** Batches of SQS need the right of the single call; paginators that of the page. */
  private static String operation(String method) {
    String name = Character.toUpperCase(method.charAt(0)) + method.substring(1);
    return name.replace("Paginator", "").replaceFirst("(Message|Visibility)Batch$", "$1");
  }
}
