package io.fortnoxconnector.connector.tenants;

import java.time.Instant;
import java.util.List;
import java.util.NavigableMap;
import org.jspecify.annotations.Nullable;

/**
 * A software vendor that uses the API.
 *
 * @param apiKeys when each API key was made, by the key's id
 * @param callbackUrls where a company's user may be sent after connecting; compared as they are,
 *     character by character
 * @param passesWrites whether calls that change something may be passed on to Fortnox as they are
 */
public record Tenant(
    String id,
    String name,
    @Nullable FortnoxApp app,
    List<String> callbackUrls,
    NavigableMap<String, Instant> apiKeys,
    boolean passesWrites,
    Instant createdAt) {}
