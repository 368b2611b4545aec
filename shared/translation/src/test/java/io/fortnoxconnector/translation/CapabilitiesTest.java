package io.fortnoxconnector.translation;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import org.junit.jupiter.api.Test;

class CapabilitiesTest {
  private static final JsonNode CUSTOMERS = Customers.CUSTOMERS.capabilities();
  private static final JsonNode SUPPLIERS = Suppliers.SUPPLIERS.capabilities();

  @Test
  void theyTellWhatCanBeDone() {
    assertThat(CUSTOMERS.get("operations").valueStream().map(JsonNode::asText))
        .containsExactly("READ", "CREATE", "REPLACE", "PATCH", "DELETE");
    assertThat(CUSTOMERS.get("lastModifiedAt").asBoolean()).isTrue();
    assertThat(SUPPLIERS.get("lastModifiedAt").asBoolean(true)).isFalse();
    assertThat(SUPPLIERS.get("filters").findValuesAsText("name"))
        .contains("organisationNumber", "sortBy")
        .doesNotContain("lastModifiedAt", "active");
  }

  @Test
  void theyTellWhatAFieldIs() {
    JsonNode name = field(CUSTOMERS, "companyName");
    assertThat(name.get("type").asText()).isEqualTo("string");
    assertThat(name.get("maxLength").asInt()).isEqualTo(1024);
    assertThat(name.get("required").asBoolean()).isTrue();
    assertThat(name.get("clearable").asBoolean(true)).isFalse();
    assertThat(name.get("inLists").asBoolean()).isTrue();
    assertThat(name.get("fortnoxFields").get(0).asText()).isEqualTo("Name");
    assertThat(field(CUSTOMERS, "id").get("readOnly").asBoolean()).isTrue();
    assertThat(field(CUSTOMERS, "number").get("createOnly").asBoolean()).isTrue();
    assertThat(field(CUSTOMERS, "active").get("inLists").asBoolean(true)).isFalse();
    assertThat(field(SUPPLIERS, "active").get("inLists").asBoolean()).isTrue();
    assertThat(field(SUPPLIERS, "bankAccount").get("writeOnly").asBoolean()).isTrue();
    assertThat(field(CUSTOMERS, "contactType").get("values")).hasSize(3);
  }

  @Test
  void theyTellTheMembersOfObjectsAndLists() {
    JsonNode city = field(field(CUSTOMERS, "addresses"), "members", "city");
    assertThat(city.get("fortnoxFields").valueStream().map(JsonNode::asText))
        .containsExactly("City", "DeliveryCity");
    assertThat(field(field(CUSTOMERS, "addresses"), "members", "type").get("values")).hasSize(6);
    assertThat(field(CUSTOMERS, "contactPersons").get("fortnoxFields").get(0).asText())
        .isEqualTo("Reference");
  }

  private static JsonNode field(JsonNode resource, String name) {
    return field(resource, "fields", name);
  }

  private static JsonNode field(JsonNode parent, String list, String name) {
    return parent
        .get(list)
        .valueStream()
        .filter(field -> field.get("name").asText().equals(name))
        .findFirst()
        .orElseThrow();
  }
}
