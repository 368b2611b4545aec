package io.fortnoxconnector.bench.faults.clock;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;

/** What the JDK's clocks ask in a process with {@link ClockAgent}. The boot loader has it. */
public final class ShiftedClock {

  private static final int POLL_MILLIS = 20;

  private static volatile long offset;

  private ShiftedClock() {}

  /** In the place of {@link System#currentTimeMillis()}. */
  public static long millis() {
    return System.currentTimeMillis() + offset;
  }

  /** Moves what the JDK's clock says. */
  public static Instant shifted(Instant real) {
    return real.plusMillis(offset);
  }

  /** Goes by the milliseconds that a file says, from now on; none where it isn't there. */
  static void follow(Path file) {
    Thread follower =
        new Thread(
            () -> {
              while (!Thread.currentThread().isInterrupted()) {
                offset = read(file);
                pause();
              }
            },
            "clock");
    follower.setDaemon(true);
    offset = read(file);
    follower.start();
  }

  private static long read(Path file) {
    try {
      return Files.exists(file) ? Long.parseLong(Files.readString(file).strip()) : 0;
    } catch (IOException e) {
      return 0;
    }
  }

  private static void pause() {
    try {
      Thread.sleep(POLL_MILLIS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
