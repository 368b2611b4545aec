package io.fortnoxconnector.aws;

import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Makes something when it's first asked for. */
final class Lazy<T> implements Supplier<T> {

  private final Supplier<T> maker;
  private @Nullable T value;

  Lazy(Supplier<T> maker) {
    this.maker = maker;
  }

  @Override
  public synchronized T get() {
    T made = value;
    if (made == null) {
      made = maker.get();
      value = made;
    }
    return made;
  }

  /** Does something with it, if it has been made. */
  synchronized void ifMade(Consumer<T> use) {
    T made = value;
    if (made != null) {
      use.accept(made);
    }
  }
}
