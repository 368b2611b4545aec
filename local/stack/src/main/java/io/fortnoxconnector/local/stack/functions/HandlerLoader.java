package io.fortnoxconnector.local.stack.functions;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import com.amazonaws.services.lambda.runtime.serialization.PojoSerializer;
import com.amazonaws.services.lambda.runtime.serialization.events.LambdaEventSerializers;
import com.amazonaws.services.lambda.runtime.serialization.factories.JacksonFactory;
import io.fortnoxconnector.aws.Environment;
import io.fortnoxconnector.local.stack.template.FunctionSpec;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.lang.reflect.Constructor;
import java.lang.reflect.Method;
import java.util.Arrays;

/** Makes a function's handler with exactly the environment that the template gives it. */
final class HandlerLoader {

  private HandlerLoader() {}

  static Handler load(FunctionSpec spec) throws ReflectiveOperationException {
    String className = spec.handler().split("::", 2)[0];
    Class<?> type = Class.forName(className);
    Constructor<?> constructor = type.getDeclaredConstructor(Environment.class);
    constructor.setAccessible(true);
    Object instance = constructor.newInstance(new Environment(spec.environment()));
    return switch (instance) {
      case RequestStreamHandler streams ->
          (event, context) -> {
            ByteArrayOutputStream result = new ByteArrayOutputStream();
            streams.handleRequest(new ByteArrayInputStream(event), result, context);
            return result.toByteArray();
          };
      case RequestHandler<?, ?> objects -> typed(objects);
      default ->
          throw new ClassCastException(
              className + " is neither a RequestStreamHandler nor a RequestHandler");
    };
  }

  /**
   * The types are found as Lambda's runtime finds them: on the method that isn't a compiler's
   * bridge.
   */
  private static <E, R> Handler typed(RequestHandler<E, R> handler) {
    Method method =
        Arrays.stream(handler.getClass().getMethods())
            .filter(
                candidate -> candidate.getName().equals("handleRequest") && !candidate.isBridge())
            .filter(candidate -> candidate.getParameterCount() == 2)
            .filter(candidate -> candidate.getParameterTypes()[1] == Context.class)
            .findFirst()
            .orElseThrow(
                () ->
                    new ClassCastException(
                        handler.getClass() + " has no handleRequest(event, Context)"));
    PojoSerializer<E> events = serializer(method.getParameterTypes()[0]);
    PojoSerializer<R> results = serializer(method.getReturnType());
    return (event, context) -> {
      ByteArrayOutputStream json = new ByteArrayOutputStream();
      results.toJson(
          handler.handleRequest(events.fromJson(new ByteArrayInputStream(event)), context), json);
      return json.toByteArray();
    };
  }

  @SuppressWarnings("unchecked")
  private static <T> PojoSerializer<T> serializer(Class<?> type) {
    Class<T> known = (Class<T>) type;
    return LambdaEventSerializers.isLambdaSupportedEvent(type.getName())
        ? LambdaEventSerializers.serializerFor(known, type.getClassLoader())
        : JacksonFactory.getInstance().getSerializer(known);
  }
}
