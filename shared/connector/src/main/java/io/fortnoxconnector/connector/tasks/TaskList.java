package io.fortnoxconnector.connector.tasks;

import io.fortnoxconnector.translation.Operation;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Part of a connection's tasks, the one accepted last first.
 *
 * @param next where the list goes on; null where it doesn't. A part may hold fewer than were asked
 *     for, even none, and go on all the same: there's an end to how many are looked through at once
 */
public record TaskList(List<TaskSummary> tasks, @Nullable Place next) {

  /**
   * Which tasks are wanted; what is null is no condition.
   *
   * @param states any of these; empty is no condition
   * @param from the earliest moment of acceptance
   * @param to the latest
   */
  public record Wanted(
      Set<TaskState> states,
      @Nullable String resource,
      @Nullable Operation operation,
      @Nullable String resourceId,
      @Nullable Instant from,
      @Nullable Instant to) {}

  /** A task's place in its connection's list. */
  public record Place(Instant acceptedAt, String id) {

    private static final Pattern TEXT = Pattern.compile("(\\d{1,15})-([a-z0-9]{1,40})");

    public static Place of(TaskSummary task) {
      return new Place(task.acceptedAt(), task.id());
    }

    /** Empty where it's no place's text. */
    public static Optional<Place> read(String text) {
      Matcher matcher = TEXT.matcher(text);
      return matcher.matches()
          ? Optional.of(
              new Place(Instant.ofEpochMilli(Long.parseLong(matcher.group(1))), matcher.group(2)))
          : Optional.empty();
    }

    /** Digits, letters and a hyphen. */
    public String text() {
      return acceptedAt.toEpochMilli() + "-" + id;
    }
  }
}
