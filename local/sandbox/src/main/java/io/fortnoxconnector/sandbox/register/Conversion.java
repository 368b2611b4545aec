package io.fortnoxconnector.sandbox.register;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.fortnoxconnector.sandbox.http.FortnoxJson;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Makes a document of another kind out of one.
 *
 * @param rows the field that holds the source's rows
 * @param target the register of what is made
 * @param targetRows the field that holds its rows
 * @param quantities the fields of its rows that count, each with the source's
 */
record Conversion(String rows, String target, String targetRows, Map<String, String> quantities) {

  /** Each document has its own, whatever the other one's says. */
  private static final Set<String> OWN =
      Set.of("DocumentNumber", "EmailInformation", "PrintTemplate");

  /** Follow from the customer and from earlier documents, and go along. */
  private static final List<String> ALONG = List.of("OrganisationNumber", "OfferReference");

  /** Remarks come along where the source says so. */
  ObjectNode of(ObjectNode source, Books books) {
    var register = Catalogue.find(target).orElseThrow();
    var copy = FortnoxJson.object();
    for (var field : register.fields) {
      var comesAlong =
          field.name.equals("Remarks")
              ? source.path("CopyRemarks").asBoolean()
              : !field.readOnly && !OWN.contains(field.name);
      if ((comesAlong || ALONG.contains(field.name)) && source.has(field.name)) {
        copy.set(field.name, source.get(field.name).deepCopy());
      }
    }
    var made = copy.putArray(targetRows);
    for (var row : source.path(rows)) {
      ObjectNode copied = row.deepCopy();
      quantities.forEach((field, from) -> copied.set(field, row.path(from)));
      made.add(Writer.withInitials(rowFields(register), copied));
    }
    return new Writer(register, books).withInitials(copy);
  }

  private List<Field> rowFields(Register register) {
    return register.fields.stream()
        .filter(field -> field.name.equals(targetRows))
        .findFirst()
        .orElseThrow()
        .parts;
  }

  /** Puts what was made into its register, under the number that it gets. */
  String put(ObjectNode document, Books books) {
    var register = Catalogue.find(target).orElseThrow();
    var number = books.store(target).nextNumber("");
    document.put(register.key.field(), number);
    register.fields.forEach(field -> RowWriter.renumber(field, document, books));
    books.add(target, number, document);
    return number;
  }
}
