package io.fortnoxconnector.local.stack.template;

import java.time.Duration;
import java.util.Optional;

/**
 * A schedule of EventBridge Scheduler that invokes a function at a fixed rate.
 *
 * @param name the event's key in the template
 * @param input the payload, if the template sets one
 */
public record Schedule(String name, Duration rate, Optional<String> input) {}
