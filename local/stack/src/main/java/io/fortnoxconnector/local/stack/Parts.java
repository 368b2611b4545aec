package io.fortnoxconnector.local.stack;

import java.util.ArrayDeque;
import java.util.Deque;

/**
 * The running parts of a stack, closed in the opposite order of their start; one that fails to
 * close doesn't keep the others open.
 */
final class Parts implements AutoCloseable {

  private final Deque<AutoCloseable> parts = new ArrayDeque<>();

  synchronized <T extends AutoCloseable> T add(T part) {
    parts.push(part);
    return part;
  }

  @Override
  public synchronized void close() {
    while (!parts.isEmpty()) {
      AutoCloseable part = parts.pop();
      try {
        part.close();
      } catch (Exception e) {
        System.err.println(part.getClass().getSimpleName() + " doesn't close: " + e);
      }
    }
  }
}
