package io.fortnoxconnector.local.openapi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** The document as it stands in docs/, and as the tables and the template make it. */
class DocumentTest {
  private final ObjectNode document = ApiDescription.ofTemplate();

  @Test
  void theFilesAreCurrent() throws IOException {
    for (Map.Entry<Path, String> file : Main.files().entrySet()) {
      assertThat(Files.readString(file.getKey()).equals(file.getValue()))
          .as(file.getKey() + " isn't what the tables and the template say: run  mvn -Popenapi")
          .isTrue();
    }
  }

  @Test
  void everyRouteOfTheTemplateIsDescribedAndNoOther() {
    var described = new TreeSet<String>();
    document
        .path("paths")
        .properties()
        .forEach(
            path ->
                path.getValue()
                    .fieldNames()
                    .forEachRemaining(
                        method ->
                            described.add(method.toUpperCase(Locale.ROOT) + " " + path.getKey())));

    assertThat(described)
        .containsExactlyInAnyOrderElementsOf(
            ApiDescription.routes().stream().map(ApiRoute::key).toList());
  }

  @Test
  void aRouteThatNothingDescribesStopsTheBuild() {
    assertThatThrownBy(() -> ApiDescription.of(List.of(ApiRoute.of("GET /accounting/moons"))))
        .hasMessageContaining("GET /accounting/moons")
        .hasMessageContaining("routes.yaml");
  }

  @Test
  void whatIsReferredToIsThere() {
    assertThat(document.findValuesAsText("$ref"))
        .isNotEmpty()
        .allMatch(reference -> !document.at(reference.substring(1)).isMissingNode());
  }

  /** A comma in a description that isn't quoted makes a member of what comes after it. */
  @Test
  void noMemberIsWithoutAValue() {
    assertThat(membersWithoutValue(document)).isEmpty();
  }

  private static List<String> membersWithoutValue(JsonNode node) {
    List<String> names = new ArrayList<>();
    node.properties().stream()
        .filter(member -> member.getValue().isNull())
        .forEach(member -> names.add(member.getKey()));
    // What an example holds may well be null.
    node.properties().stream()
        .filter(member -> !member.getKey().equals("examples"))
        .forEach(member -> names.addAll(membersWithoutValue(member.getValue())));
    if (node.isArray()) {
      node.forEach(entry -> names.addAll(membersWithoutValue(entry)));
    }
    return names;
  }

  @Test
  void requiredMembersAreNamedOnce() {
    for (JsonNode required : document.findValues("required")) {
      if (required.isArray()) {
        assertThat(required.valueStream().map(JsonNode::asText)).doesNotHaveDuplicates();
      }
    }
  }

  @Test
  void operationsHaveNamesOfTheirOwn() {
    List<String> ids = new ArrayList<>();
    document
        .path("paths")
        .forEach(path -> path.forEach(one -> ids.add(one.path("operationId").asText())));

    assertThat(ids).doesNotHaveDuplicates().allMatch(id -> id.matches("[a-z][A-Za-z0-9]+"));
  }

  @Test
  void aTablesFieldsAreInItsSchemas() {
    JsonNode schemas = document.at("/components/schemas");

    assertThat(schemas.at("/Customer/required")).hasSize(schemas.at("/Customer/properties").size());
    assertThat(schemas.at("/CustomerCreate/required"))
        .isEqualTo(Nodes.object("required", List.of("companyName")).path("required"));
    assertThat(schemas.at("/CustomerCreate/properties").has("id")).isFalse();
    assertThat(schemas.at("/CustomerCreate/properties/companyName/maxLength").asInt())
        .isEqualTo(1024);
    assertThat(schemas.at("/CustomerPatch/properties").has("number")).isFalse();
    assertThat(schemas.at("/CustomerPatch/properties/website/type"))
        .isEqualTo(Nodes.object("type", Nodes.orNull("string")).path("type"));
    assertThat(schemas.at("/CustomerPatch/properties/currency/type").asText()).isEqualTo("string");
  }

  @Test
  void whatFortnoxCannotDoIsSaidWithItsReason() {
    JsonNode impossible = document.at("/paths/~1accounting~1journalEntries~1{journalEntryId}/put");

    assertThat(impossible.path("description").asText()).contains("can't be changed");
    assertThat(impossible.path("responses").has("405")).isTrue();
    assertThat(impossible.path("responses").has("200")).isFalse();
  }

  @Test
  void whatTakesAFormSaysSoBesideItsJson() {
    JsonNode content = document.at("/paths/~1accounting~1journalEntries/post/requestBody/content");

    assertThat(content.fieldNames())
        .toIterable()
        .containsExactly("application/json", "multipart/form-data");
    assertThat(content.at("/multipart~1form-data/schema/properties/journal_entry"))
        .isEqualTo(content.at("/application~1json/schema"));
    List<String> routes = ApiDescription.routes().stream().map(ApiRoute::key).toList();
    assertThat(routes).containsAll(Forms.read().schemas().keySet());
    assertThat(Version30.of(document).findValues("contentMediaType")).isEmpty();
  }

  @Test
  void theOlderFormSaysTheSameInItsOwnWords() {
    ObjectNode older = Version30.of(document);

    JsonNode website = older.at("/components/schemas/CustomerPatch/properties/website");
    assertThat(website.path("type").asText()).isEqualTo("string");
    assertThat(website.path("nullable").asBoolean()).isTrue();
    assertThat(older.findValues("type")).noneMatch(JsonNode::isArray);
    assertThat(older.path("paths").size()).isEqualTo(document.path("paths").size());
  }
}
