package io.fortnoxconnector.bench.figures;

import java.time.Duration;
import java.util.Locale;
import java.util.Optional;

/**
 * One measured value.
 *
 * @param unit empty for a plain number
 * @param target what was promised, where something was
 */
record Figure(String part, String name, double value, String unit, Optional<Target> target) {

  /** A bound, itself within it. */
  record Target(Bound bound, double value) {}

  enum Bound {
    AT_LEAST,
    AT_MOST,
    BELOW
  }

  static Figure of(String part, String name, double value, String unit) {
    return new Figure(part, name, value, unit, Optional.empty());
  }

  static Figure of(String part, String name, Duration value) {
    return of(part, name, value.toNanos() / 1e6, "ms");
  }

  Figure atLeast(double bound) {
    return new Figure(part, name, value, unit, Optional.of(new Target(Bound.AT_LEAST, bound)));
  }

  Figure atMost(double bound) {
    return new Figure(part, name, value, unit, Optional.of(new Target(Bound.AT_MOST, bound)));
  }

  Figure below(double bound) {
    return new Figure(part, name, value, unit, Optional.of(new Target(Bound.BELOW, bound)));
  }

  boolean isMissed() {
    return target
        .map(
            wanted ->
                switch (wanted.bound()) {
                  case AT_LEAST -> value < wanted.value();
                  case AT_MOST -> value > wanted.value();
                  case BELOW -> value >= wanted.value();
                })
        .orElse(false);
  }

  String shown() {
    return (number(value) + " " + unit).strip();
  }

  /** Empty where nothing was promised. */
  String wanted() {
    return target
        .map(
            wanted ->
                switch (wanted.bound()) {
                      case AT_LEAST -> ">= ";
                      case AT_MOST -> "<= ";
                      case BELOW -> "< ";
                    }
                    + number(wanted.value()))
        .orElse("");
  }

  private static String number(double value) {
    return value == Math.rint(value)
        ? String.format(Locale.ROOT, "%,.0f", value)
        : String.format(Locale.ROOT, "%,.2f", value);
  }
}
