package io.fortnoxconnector.translation;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.util.Map;
import java.util.Optional;

/**
 * Fortnox's service of attachments to customers' documents, <a
 * href="https://apps.fortnox.se/apidocs#tag/fileattachments_Attachment">Fortnox: Attachment</a>: a
 * list without a wrapper, and keys that begin in small letters.
 *
 * @param type Fortnox's letter for the kind of document
 */
record FileAttachments(String resource, Optional<String> documentType, String type)
    implements FileRegister {

  static final FileAttachments INVOICES =
      new FileAttachments("invoices", Optional.of("CUSTOMER_INVOICE"), "F");

  static final FileAttachments OFFERS = new FileAttachments("offers", Optional.of("OFFER"), "OF");

  static final FileAttachments ORDERS =
      new FileAttachments("salesOrders", Optional.of("ORDER"), "O");

  private static final String TYPE = "entityType";
  private static final String ENTITY = "entityId";
  private static final String FILE = "fileId";

  @Override
  public String path() {
    return "/api/fileattachments/attachments-v1";
  }

  @Override
  public Map<String, String> search(EntityAddress entity) {
    return Map.of("entityid", entity.keys().getFirst(), "entitytype", type);
  }

  @Override
  public JsonNode rows(JsonNode answer) {
    return answer;
  }

  @Override
  public boolean isOf(JsonNode row, EntityAddress entity) {
    return row.path(ENTITY).asText().equals(entity.keys().getFirst())
        && row.path(TYPE).asText().equals(type);
  }

  @Override
  public String fileOf(JsonNode row) {
    return row.path(FILE).asText();
  }

  @Override
  public String nameOf(JsonNode row) {
    return "";
  }

  @Override
  public JsonNode connection(EntityAddress entity, String file) {
    ArrayNode list = JsonNodeFactory.instance.arrayNode();
    list.addObject()
        .put(ENTITY, Long.parseLong(entity.keys().getFirst()))
        .put(TYPE, type)
        .put(FILE, file)
        .put("includeOnSend", false);
    return list;
  }

  @Override
  public String connectionOf(JsonNode row) {
    return row.path("id").asText();
  }

  @Override
  public Map<String, String> connectionQuery(EntityAddress entity) {
    return Map.of();
  }

  /** The service has numbers alone. */
  @Override
  public Optional<EntityAddress> address(String id) {
    return FileRegister.super.address(id).filter(_ -> id.matches("[0-9]{1,18}"));
  }

  /** The archive is asked for a file that this service names. */
  @Override
  public Map<String, String> fileQuery(String file) {
    return Map.of("fileid", file);
  }
}
