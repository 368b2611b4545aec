package io.fortnoxconnector.translation;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Where Fortnox notes which files belong to an entity. Each kind of entity has a place of its own.
 */
public sealed interface FileRegister permits FileConnections, FileAttachments {

  /** All of them. */
  static List<FileRegister> all() {
    return List.of(
        FileConnections.VOUCHERS,
        FileConnections.EXPENSES,
        FileConnections.ARTICLES,
        FileConnections.SUPPLIER_INVOICES,
        FileAttachments.INVOICES,
        FileAttachments.OFFERS,
        FileAttachments.ORDERS);
  }

  /** The one for a resource's entities. */
  static Optional<FileRegister> of(String resource) {
    return all().stream().filter(register -> register.resource().equals(resource)).findFirst();
  }

  /** What a connection needs for all of them ("Scopes" in Fortnox's guide). */
  String SCOPE = "connectfile";

  /** The name of the resource whose entities these are. */
  String resource();

  /** Fortnox's path. */
  String path();

  /** Asks for those of one entity, and perhaps for others: {@link #isOf} tells. */
  Map<String, String> search(EntityAddress entity);

  /** The rows of an answer to that. */
  JsonNode rows(JsonNode answer);

  boolean isOf(JsonNode row, EntityAddress entity);

  /** The file's id in the archive. */
  String fileOf(JsonNode row);

  /** What is sent to connect a file with an entity. */
  JsonNode connection(EntityAddress entity, String file);

  /** By what the register knows that connection itself. */
  String connectionOf(JsonNode row);

  /** What stands beside it in the address. */
  Map<String, String> connectionQuery(EntityAddress entity);

  /** The {@code documentType} of such files; empty for those that are only archived. */
  Optional<String> documentType();

  /** What the register calls a file; empty where it doesn't. */
  String nameOf(JsonNode row);

  /** What stands in the address of a file of such a row. */
  Map<String, String> fileQuery(String file);

  /** Where the entity of that id is; empty where none can have it. */
  default Optional<EntityAddress> address(String id) {
    return Resources.named(resource())
        .flatMap(known -> known.address(id))
        .filter(address -> address.keys().stream().noneMatch(String::isEmpty));
  }
}
