package io.fortnoxconnector.translation;

import static io.fortnoxconnector.translation.Columns.date;
import static io.fortnoxconnector.translation.Columns.number;
import static io.fortnoxconnector.translation.Columns.renamedChoice;
import static io.fortnoxconnector.translation.Columns.text;
import static io.fortnoxconnector.translation.Json.accepted;
import static io.fortnoxconnector.translation.Json.json;
import static io.fortnoxconnector.translation.Json.rejected;
import static io.fortnoxconnector.translation.ResourceBuilder.resource;
import static io.fortnoxconnector.translation.Word.word;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.util.List;
import org.junit.jupiter.api.Test;

/** A resource is a table: projects, shortened, need no code beside it. */
class NewResourceTest {
  private static final Resource PROJECTS =
      resource("projects", "/3/projects")
          .wrappedIn("Project", "Projects")
          .scope("project")
          .numberedBy("ProjectNumber")
          .allows(Operation.READ, Operation.CREATE, Operation.PATCH)
          .field("id", text("ProjectNumber").readOnly())
          .field("name", text("Description").max(50).requiredOnCreate())
          .field("number", number("ProjectNumber").max(20).onCreateOnly())
          .field("startDate", date("StartDate"))
          .field("endDate", date("EndDate"))
          .field(
              "status",
              renamedChoice(
                      "Status", List.of(), word("ACTIVE", "ONGOING"), word("CLOSED", "COMPLETED"))
                  .neverEmpty())
          .listRowsCarry("Description", "ProjectNumber")
          .search("name", "description")
          .build();

  @Test
  void itTranslatesBothWays() {
    var create =
        accepted(
            PROJECTS.toFortnox(
                json("{'name':'Bygge','startDate':'2026-01-31','status':'CLOSED'}"),
                WriteMode.CREATE));
    assertThat(create.entity())
        .isEqualTo(json("{'Description':'Bygge','StartDate':'2026-01-31','Status':'COMPLETED'}"));
    var read = PROJECTS.fromFortnox(create.entity().put("ProjectNumber", "1"));
    assertThat(read.data())
        .isEqualTo(
            json(
                """
                {'id':'1','name':'Bygge','number':'1','startDate':'2026-01-31','endDate':null,
                 'status':'CLOSED'}
                """));
  }

  @Test
  void datesAreIso8601() {
    var body = json("{'startDate':'31/1 2026','endDate':20260131}");
    assertThat(rejected(PROJECTS.toFortnox(body, WriteMode.PATCH)))
        .extracting(FieldProblem::pointer, FieldProblem::code)
        .containsExactly(tuple("/startDate", "field-invalid"), tuple("/endDate", "field-invalid"));
    assertThat(PROJECTS.holds(json("{'EndDate':''}"), json("{'EndDate':'API_BLANK'}"))).isTrue();
  }
}
