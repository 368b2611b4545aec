package io.fortnoxconnector.translation;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * A second collection of Fortnox's that has entities of a resource, with ids of its own.
 *
 * @param name what their ids here begin with
 * @param path Fortnox's collection
 * @param scope what a connection needs for it
 * @param field what only an entity of this collection has
 */
record OtherPlace(String name, String path, String scope, String field) {

  boolean has(JsonNode entity) {
    return !Fortnox.isNothing(entity.path(field));
  }

  boolean isIdHere(String id) {
    return id.startsWith(prefix());
  }

  /** Whether an entity can be that; the place's own folders, {@code inbox_s}, are none. */
  boolean isEntity(String key) {
    return !key.isEmpty() && !key.startsWith(name + "_");
  }

  String prefix() {
    return name + "-";
  }
}
