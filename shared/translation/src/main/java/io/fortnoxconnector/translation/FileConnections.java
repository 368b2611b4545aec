package io.fortnoxconnector.translation;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * Fortnox's registers of file connections, <a
 * href="https://apps.fortnox.se/apidocs#tag/fortnox_Voucher-File-Connections">Fortnox: Voucher File
 * Connections</a> and its neighbours.
 *
 * @param keys the fields of the entity's keys, in the order of its address
 * @param inQuery how many of them, counted from the end, Fortnox wants in the address
 */
record FileConnections(
    String resource,
    Optional<String> documentType,
    String path,
    String single,
    String plural,
    List<String> keys,
    int inQuery)
    implements FileRegister {

  static final FileConnections VOUCHERS =
      new FileConnections(
          "journalEntries",
          Optional.of("VOUCHER"),
          "/3/voucherfileconnections",
          "VoucherFileConnection",
          "VoucherFileConnections",
          List.of("VoucherSeries", "VoucherNumber", "VoucherYear"),
          1);

  /** They're vouchers, too. */
  static final FileConnections EXPENSES = VOUCHERS.of("expenses");

  static final FileConnections ARTICLES =
      new FileConnections(
          "items",
          Optional.empty(),
          "/3/articlefileconnections",
          "ArticleFileConnection",
          "ArticleFileConnections",
          List.of("ArticleNumber"),
          0);

  static final FileConnections SUPPLIER_INVOICES =
      new FileConnections(
          "bills",
          Optional.of("SUPPLIER_INVOICE"),
          "/3/supplierinvoicefileconnections",
          "SupplierInvoiceFileConnection",
          "SupplierInvoiceFileConnections",
          List.of("SupplierInvoiceNumber"),
          0);

  private static final String FILE = "FileId";

  private FileConnections of(String other) {
    return new FileConnections(other, documentType, path, single, plural, keys, inQuery);
  }

  @Override
  public Map<String, String> search(EntityAddress entity) {
    Map<String, String> query = new LinkedHashMap<>();
    // The parameters are the fields' names in small letters.
    values(entity).forEach((field, value) -> query.put(field.toLowerCase(Locale.ROOT), value));
    return query;
  }

  @Override
  public JsonNode rows(JsonNode answer) {
    return answer.path(plural);
  }

  @Override
  public boolean isOf(JsonNode row, EntityAddress entity) {
    return values(entity).entrySet().stream()
        .allMatch(key -> row.path(key.getKey()).asText().equals(key.getValue()));
  }

  @Override
  public String fileOf(JsonNode row) {
    return row.path(FILE).asText();
  }

  @Override
  public String nameOf(JsonNode row) {
    return row.path("Name").asText("");
  }

  @Override
  public JsonNode connection(EntityAddress entity, String file) {
    ObjectNode wrapper = JsonNodeFactory.instance.objectNode();
    ObjectNode connection = wrapper.putObject(single).put(FILE, file);
    for (int i = 0; i < keys.size() - inQuery; i++) {
      connection.put(keys.get(i), entity.keys().get(i));
    }
    return wrapper;
  }

  /** A file has one connection in such a register. */
  @Override
  public String connectionOf(JsonNode row) {
    return fileOf(row);
  }

  @Override
  public Map<String, String> connectionQuery(EntityAddress entity) {
    return entity.query();
  }

  @Override
  public Map<String, String> fileQuery(String file) {
    return Map.of();
  }

  private Map<String, String> values(EntityAddress entity) {
    List<String> all = new ArrayList<>(entity.keys());
    all.addAll(entity.query().values());
    Map<String, String> values = new LinkedHashMap<>();
    for (int i = 0; i < keys.size(); i++) {
      values.put(keys.get(i), all.get(i));
    }
    return values;
  }
}
