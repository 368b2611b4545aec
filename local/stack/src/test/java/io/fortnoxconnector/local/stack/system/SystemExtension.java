package io.fortnoxconnector.local.stack.system;

import io.fortnoxconnector.local.stack.backends.BackendExtension;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/**
 * Starts one {@link LocalSystem} for a test class and hands it to its constructor. The AWS SDK
 * finds a stack by properties of the process, so it's closed, with the class's store, before the
 * next class begins. A class that runs over several backends gets one for each.
 */
final class SystemExtension implements ParameterResolver {

  private static final Namespace NAMESPACE = Namespace.create(SystemExtension.class);

  @Override
  public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
    return parameter.getParameter().getType() == LocalSystem.class;
  }

  @Override
  public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
    return context
        .getStore(NAMESPACE)
        .computeIfAbsent(
            LocalSystem.class,
            type ->
                BackendExtension.of(context).map(LocalSystem::start).orElseGet(LocalSystem::start),
            LocalSystem.class);
  }
}
