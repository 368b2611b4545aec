package io.fortnoxconnector.local.stack.backends;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.ClassTemplateInvocationContext;
import org.junit.jupiter.api.extension.ClassTemplateInvocationContextProvider;
import org.junit.jupiter.api.extension.Extension;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;
import org.opentest4j.TestAbortedException;

/**
 * One run of a class for each chosen backend. A backend that can't be had here is left out; a class
 * for which none is left is reported as skipped, with the reasons.
 */
public final class BackendExtension implements ClassTemplateInvocationContextProvider {

  private static final Namespace NAMESPACE = Namespace.create(BackendExtension.class);

  /** One run at a time, also of a class whose tests run side by side: each has its own stack. */
  private static final Semaphore TURN = new Semaphore(1);

  /** The backend that this run of a class is for; empty for a class that has no runs. */
  public static Optional<Backend> of(ExtensionContext context) {
    return Optional.ofNullable(context.getStore(NAMESPACE).get(Backend.class, Backend.class));
  }

  @Override
  public boolean supportsClassTemplate(ExtensionContext context) {
    return true;
  }

  @Override
  public Stream<Run> provideClassTemplateInvocationContexts(ExtensionContext context) {
    List<Backend> chosen = Backend.chosen();
    List<Backend> here = chosen.stream().filter(backend -> backend.obstacle().isEmpty()).toList();
    if (here.isEmpty()) {
      throw new TestAbortedException(
          String.join(
              "; ",
              chosen.stream()
                  .map(backend -> backend + " is left out: " + backend.obstacle().orElseThrow())
                  .toList()));
    }
    return here.stream().map(Run::new);
  }

  /** A class over one backend. */
  record Run(Backend backend) implements ClassTemplateInvocationContext, ParameterResolver {

    @Override
    public String getDisplayName(int index) {
      return backend.toString();
    }

    @Override
    public void prepareInvocation(ExtensionContext context) {
      TURN.acquireUninterruptibly();
      context.getStore(NAMESPACE).put("turn", (AutoCloseable) TURN::release);
      context.getStore(NAMESPACE).put(Backend.class, backend);
    }

    @Override
    public List<Extension> getAdditionalExtensions() {
      return List.of(this, new KnownDifferences(backend));
    }

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
      return parameter.getParameter().getType() == Services.class;
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
      return backend.services();
    }
  }
}
