package io.fortnoxconnector.connector.events;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What an entity was when it was last looked at.
 *
 * @param row hash of its row in the list
 * @param whole hash of all of it; empty where only its row has been read
 * @param at when it was read
 * @param event the last event that told of it; null where it was there before anybody looked
 * @param isDeleted whether that event told of its end
 */
public record Seen(
    String row, String whole, Instant at, @Nullable String event, boolean isDeleted) {}
