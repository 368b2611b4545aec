package io.fortnoxconnector.local.containers;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/** Parts that are ended in the reverse order of their start, also after a start that failed. */
final class Closing implements AutoCloseable {

  private final List<Runnable> parts = new ArrayList<>();

  <T> T add(T part, Consumer<T> close) {
    parts.addFirst(() -> close.accept(part));
    return part;
  }

  @Override
  public void close() {
    parts.forEach(Runnable::run);
    parts.clear();
  }
}
