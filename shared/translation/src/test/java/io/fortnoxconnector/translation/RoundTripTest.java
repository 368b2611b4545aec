package io.fortnoxconnector.translation;

import static io.fortnoxconnector.translation.Json.accepted;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.BooleanNode;
import com.fasterxml.jackson.databind.node.DecimalNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.math.BigDecimal;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** What Fortnox holds survives being read, and being put back as it was read. */
class RoundTripTest {
  private static final Set<String> READ_ONLY =
      Set.of("CustomerNumber", "SupplierNumber", "Country", "DeliveryCountry", "VisitingCountry");

  @Property(tries = 300)
  void aCustomerThatIsPutBackIsTheSame(@ForAll("customers") ObjectNode customer) {
    putBack(Customers.CUSTOMERS, customer);
  }

  @Property(tries = 300)
  void aSupplierThatIsPutBackIsTheSame(@ForAll("suppliers") ObjectNode supplier) {
    putBack(Suppliers.SUPPLIERS, supplier);
  }

  private static void putBack(Resource resource, ObjectNode held) {
    Unified read = resource.fromFortnox(held);
    assertThat(read.warnings()).isEmpty();
    ObjectNode sent = accepted(resource.toFortnox(read.data(), WriteMode.REPLACE)).entity();
    ObjectNode writable = held.deepCopy().remove(READ_ONLY);
    assertThat(resource.holds(sent, writable)).as("%s holds %s", sent, writable).isTrue();
    assertThat(resource.holds(held, sent)).as("%s holds %s", held, sent).isTrue();
  }

  @Provide
  Arbitrary<ObjectNode> customers() {
    return entities(Customers.CUSTOMERS, "CustomerNumber");
  }

  @Provide
  Arbitrary<ObjectNode> suppliers() {
    return entities(Suppliers.SUPPLIERS, "SupplierNumber");
  }

  private static Arbitrary<ObjectNode> entities(Resource resource, String number) {
    List<FieldDescription> leaves =
        leaves(resource.fields())
            .filter(field -> field.fortnoxFields().size() > 0)
            .filter(field -> !Set.of("firstName", "lastName").contains(field.name()))
            .toList();
    var fields =
        leaves.stream()
            .flatMap(
                leaf -> leaf.fortnoxFields().stream().map(place -> new Field(place, values(leaf))))
            .filter(field -> !READ_ONLY.contains(field.place()))
            .map(
                field ->
                    field.values().injectNull(0.3).map(value -> new Value(field.place(), value)))
            .toList();
    return Combinators.combine(fields)
        .as(
            values -> {
              ObjectNode entity = JsonNodeFactory.instance.objectNode();
              entity.put(number, "1").put("Name", "Namn");
              values.stream()
                  .filter(value -> value.json() != null)
                  .forEach(value -> FortnoxPath.of(value.place()).put(entity, value.json()));
              return entity;
            });
  }

  private record Field(String place, Arbitrary<JsonNode> values) {}

  private record Value(String place, JsonNode json) {}

  private static Stream<FieldDescription> leaves(List<FieldDescription> fields) {
    return fields.stream()
        .flatMap(field -> field.members().isEmpty() ? Stream.of(field) : leaves(field.members()));
  }

  private static Arbitrary<JsonNode> values(FieldDescription field) {
    if (field.name().equals("contactType")) {
      return Arbitraries.of("COMPANY", "PRIVATE").map(TextNode::valueOf);
    }
    if (!field.values().isEmpty()) {
      return Arbitraries.of(field.values()).map(TextNode::valueOf);
    }
    return switch (field.type()) {
      case "boolean" -> Arbitraries.of(true, false).map(BooleanNode::valueOf);
      case "number" ->
          Arbitraries.bigDecimals()
              .between(BigDecimal.ZERO, BigDecimal.valueOf(100))
              .ofScale(2)
              .map(DecimalNode::valueOf);
      default -> texts(field).map(TextNode::valueOf);
    };
  }

  private static Arbitrary<String> texts(FieldDescription field) {
    return switch (field.name()) {
      case "organisationNumber" -> Arbitraries.of("556036-0793", "5560360793", "121212-1212");
      case "vatId" -> Arbitraries.of("SE556036079301", "DE123456789");
      case "countryCode" -> Arbitraries.of("SE", "NO", "US");
      case "currency" -> Arbitraries.of("SEK", "EUR");
      case "email", "to", "cc", "bcc" -> Arbitraries.of("a@b.se", "anna.berg@example.com");
      case "website" -> Arbitraries.of("www.example.se", "https://example.se/x");
      case "gln", "glnDelivery" -> Arbitraries.of("7300009049981");
      case "salesAccount", "predefinedAccount" -> Arbitraries.of("3001", "4010");
      case "iban" -> Arbitraries.of("SE4550000000058398257466", "SE45 5000 0000 0583 9825 7466");
      case "bic" -> Arbitraries.of("ESSESESS");
      case "bankgiro" -> Arbitraries.of("5050-1055");
      case "plusgiro" -> Arbitraries.of("28 65 43-4");
      default -> {
        Integer max = field.maxLength();
        yield Arbitraries.strings()
            .withChars("abcåäöÅÄÖé 0123456789-+/&().,'")
            .ofMinLength(1)
            .ofMaxLength(max == null ? 20 : Math.min(max, 20))
            .filter(text -> !text.isBlank());
      }
    };
  }
}
