package io.fortnoxconnector.translation;

import java.util.List;
import java.util.Map;

/**
 * Where an entity is at Fortnox. Nothing in it is encoded.
 *
 * @param collection the path of the list, such as {@code /3/vouchers}
 * @param keys the segments after it; none for what there is one of
 * @param query parameters without which the keys mean another entity
 */
public record EntityAddress(String collection, List<String> keys, Map<String, String> query) {}
