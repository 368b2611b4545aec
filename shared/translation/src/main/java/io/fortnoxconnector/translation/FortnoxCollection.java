package io.fortnoxconnector.translation;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Where Fortnox has the entities of a resource, and what tells one from another there.
 *
 * @param path of the list, such as {@code /3/customers}
 * @param singleKey wraps one entity, such as {@code Customer}
 * @param listKey wraps a list, such as {@code Customers}
 * @param scope what a connection needs for it
 * @param key null for what a company has one of
 * @param sentInQuery fields that Fortnox wants in the address of a request and not in its document,
 *     each with its parameter
 * @param other a second collection that has such entities
 */
record FortnoxCollection(
    String path,
    String singleKey,
    String listKey,
    String scope,
    @Nullable EntityKey key,
    Map<String, String> sentInQuery,
    @Nullable OtherPlace other) {

  /** Where the entity of that id is; empty where none can have it. */
  Optional<EntityAddress> address(String id) {
    if (key != null && other != null && other.isIdHere(id)) {
      String own = id.substring(other.prefix().length());
      return other.isEntity(own) ? key.address(other.path(), own) : Optional.empty();
    }
    return key == null
        ? Optional.of(new EntityAddress(path, List.of(), Map.of()))
        : key.address(path, id);
  }

  String scopeAt(String somePath) {
    return other != null && somePath.startsWith(other.path()) ? other.scope() : scope;
  }

  ObjectNode document(ObjectNode entity) {
    return entity.deepCopy().remove(sentInQuery.keySet());
  }

  Map<String, String> query(ObjectNode entity) {
    Map<String, String> query = new LinkedHashMap<>();
    sentInQuery.forEach(
        (field, parameter) -> {
          if (!Fortnox.isNothing(entity.path(field))) {
            query.put(parameter, entity.path(field).asText());
          }
        });
    return query;
  }

  ObjectNode entityIn(JsonNode answer) {
    return answer.path(singleKey) instanceof ObjectNode entity
        ? entity
        : JsonNodeFactory.instance.objectNode();
  }

  String idOf(JsonNode entity) {
    String prefix = other != null && other.has(entity) ? other.prefix() : "";
    return prefix + existingKey().idOf(entity);
  }

  Optional<String> chosenNumber(ObjectNode entity) {
    return existingKey().fields().allMatch(field -> !Fortnox.isNothing(entity.path(field)))
        ? Optional.of(idOf(entity))
        : Optional.empty();
  }

  String idWithin(String id, ObjectNode sent) {
    Map<String, String> query = query(sent);
    query.keySet().removeAll(existingKey().inQuery().values());
    return query.isEmpty() ? id : id + query;
  }

  /** An entity that has its key and nothing else. */
  ObjectNode bareEntity() {
    ObjectNode bare = JsonNodeFactory.instance.objectNode();
    if (key != null) {
      key.fields().forEach(field -> bare.put(field, "1"));
    }
    return bare;
  }

  private EntityKey existingKey() {
    if (key == null) {
      throw new IllegalStateException("There is one " + path + ", without an id.");
    }
    return key;
  }
}
