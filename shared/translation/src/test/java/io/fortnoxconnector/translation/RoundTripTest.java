package io.fortnoxconnector.translation;

import static io.fortnoxconnector.translation.Json.accepted;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.BooleanNode;
import com.fasterxml.jackson.databind.node.DecimalNode;
import com.fasterxml.jackson.databind.node.IntNode;
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
      Set.of(
          "CustomerNumber",
          "SupplierNumber",
          "ArticleNumber",
          "Country",
          "DeliveryCountry",
          "VisitingCountry",
          "SalesPrice",
          "SupplierName",
          "DisposableQuantity",
          "ReservedQuantity",
          "StockValue");

  @Property(tries = 300)
  void aCustomerThatIsPutBackIsTheSame(@ForAll("customers") ObjectNode customer) {
    putBack(Customers.CUSTOMERS, customer);
  }

  @Property(tries = 300)
  void aSupplierThatIsPutBackIsTheSame(@ForAll("suppliers") ObjectNode supplier) {
    putBack(Suppliers.SUPPLIERS, supplier);
  }

  @Property(tries = 300)
  void anItemThatIsPutBackIsTheSame(@ForAll("items") ObjectNode item) {
    putBack(Items.ITEMS, item);
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
    return entities(Customers.CUSTOMERS, "CustomerNumber", "Name");
  }

  @Provide
  Arbitrary<ObjectNode> suppliers() {
    return entities(Suppliers.SUPPLIERS, "SupplierNumber", "Name");
  }

  @Provide
  Arbitrary<ObjectNode> items() {
    return entities(Items.ITEMS, "ArticleNumber", "Description");
  }

  private static Arbitrary<ObjectNode> entities(Resource resource, String number, String name) {
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
              values.stream()
                  .filter(value -> value.json() != null)
                  .forEach(value -> FortnoxPath.of(value.place()).put(entity, value.json()));
              entity.put(number, "1").put(name, "Namn");
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
    if (field.name().equals("type")) {
      return Arbitraries.of("STOCK", "SERVICE").map(TextNode::valueOf);
    }
    if (field.name().equals("unitName")) {
      return Arbitraries.of("st", "h", "tjog").map(TextNode::valueOf);
    }
    if (!field.values().isEmpty()) {
      return Arbitraries.of(field.values()).map(TextNode::valueOf);
    }
    return switch (field.type()) {
      case "boolean" -> Arbitraries.of(true, false).map(BooleanNode::valueOf);
      case "integer" -> Arbitraries.integers().between(0, 999).map(IntNode::valueOf);
      case "number" ->
          Arbitraries.bigDecimals()
              .between(BigDecimal.ZERO, BigDecimal.valueOf(100))
              .ofScale(2)
              .map(DecimalNode::valueOf);
      default -> texts(field).map(TextNode::valueOf);
    };
  }

  private static Arbitrary<String> texts(FieldDescription field) {
    if ("account".equals(field.format())) {
      return Arbitraries.of("3001", "4010");
    }
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
