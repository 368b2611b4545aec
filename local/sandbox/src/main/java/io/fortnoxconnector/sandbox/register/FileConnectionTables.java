package io.fortnoxconnector.sandbox.register;

import static io.fortnoxconnector.sandbox.register.Field.integer;
import static io.fortnoxconnector.sandbox.register.Field.text;
import static io.fortnoxconnector.sandbox.register.Register.register;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Optional;

/**
 * Which files belong to vouchers, articles and supplier invoices. A file belongs to one thing of a
 * kind.
 */
final class FileConnectionTables {

  static final Register VOUCHERS =
      connections(
              "voucherfileconnections",
              "VoucherFileConnection",
              "VoucherFileConnections",
              text("FileId").required().listed(),
              text("VoucherDescription").readOnly().listed(),
              text("VoucherNumber").required().listed(),
              text("VoucherSeries").required().listed(),
              integer("VoucherYear").readOnly().listed())
          .asksForYear("VoucherYear")
          .exactSearch("voucherseries", "VoucherSeries")
          .exactSearch("vouchernumber", "VoucherNumber")
          .exactSearch("voucheryear", "VoucherYear")
          .search("voucherdescription", "VoucherDescription")
          .derive(FileConnectionTables::describe)
          .rule(FileConnectionTables::noVoucher);

  static final Register ARTICLES =
      connections(
              "articlefileconnections",
              "ArticleFileConnection",
              "ArticleFileConnections",
              text("ArticleNumber").required().refersTo("articles").listed(),
              text("FileId").required().listed())
          .exactSearch("articlenumber", "ArticleNumber");

  static final Register SUPPLIER_INVOICES =
      connections(
              "supplierinvoicefileconnections",
              "SupplierInvoiceFileConnection",
              "SupplierInvoiceFileConnections",
              text("FileId").required().listed(),
              text("Name").readOnly().listed(),
              text("SupplierInvoiceNumber").required().refersTo("supplierinvoices").listed(),
              text("SupplierName").readOnly().listed())
          .exactSearch("supplierinvoicenumber", "SupplierInvoiceNumber")
          .derive(FileConnectionTables::nameFileAndSupplier);

  private FileConnectionTables() {}

  static Register connections(String path, String single, String plural, Field... fields) {
    return register(path, single, plural, fields)
        .scope("connectfile", "filkopplingar")
        .key("FileId")
        .without("PUT")
        .notFound(2000799, "Kan inte hitta filkopplingen.")
        .taken(2000800, "Filen %s är redan kopplad.")
        .rule(FileConnectionTables::noFile);
  }

  private static Optional<Refusal> noFile(ObjectNode connection, Books books) {
    return books.cabinet().inArchive(connection.path("FileId").asText()).isPresent()
        ? Optional.empty()
        : Optional.of(Refusal.noSuchFile().asInvalid());
  }

  private static Optional<Refusal> noVoucher(ObjectNode connection, Books books) {
    return voucher(connection, books).isPresent()
        ? Optional.empty()
        : Optional.of(VoucherTables.VOUCHERS.notFound.asInvalid());
  }

  private static void describe(ObjectNode connection, Books books) {
    voucher(connection, books)
        .ifPresent(
            voucher -> connection.set("VoucherDescription", voucher.values().path("Description")));
  }

  private static void nameFileAndSupplier(ObjectNode connection, Books books) {
    books
        .cabinet()
        .inArchive(connection.path("FileId").asText())
        .ifPresent(file -> connection.put("Name", file.name()));
    books
        .store("supplierinvoices")
        .find(connection.path("SupplierInvoiceNumber").asText())
        .ifPresent(
            invoice -> connection.set("SupplierName", invoice.values().path("SupplierName")));
  }

  private static Optional<Row> voucher(ObjectNode connection, Books books) {
    return books
        .store(VoucherTables.VOUCHERS, connection.path("VoucherYear").asInt())
        .find(
            connection.path("VoucherSeries").asText()
                + "/"
                + connection.path("VoucherNumber").asText());
  }
}
