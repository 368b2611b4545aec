package io.fortnoxconnector.translation;

import static io.fortnoxconnector.translation.CostCenters.COST_CENTERS;
import static io.fortnoxconnector.translation.Json.accepted;
import static io.fortnoxconnector.translation.Json.json;
import static io.fortnoxconnector.translation.Json.rejected;
import static io.fortnoxconnector.translation.Projects.PROJECTS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import com.fasterxml.jackson.databind.node.ObjectNode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Projects and cost centres. */
class DimensionTest {
  private static final ObjectNode PROJECT =
      json(
          """
          {'@url':'x','Comments':'Etapp 2','ContactPerson':'Anna','Description':'Ombyggnad',
           'EndDate':null,'ProjectLeader':'Bo','ProjectNumber':'P1','StartDate':'2026-01-31',
           'Status':'NOTSTARTED'}
          """);

  @Test
  void aProjectReadsInMaesnsShapeAndAsADimension() {
    Unified read = PROJECTS.fromFortnox(PROJECT);

    assertThat(read.warnings()).isEmpty();
    assertThat(read.data())
        .isEqualTo(
            json(
                """
                {'id':'P1','code':'P1','createdDate':null,'contactId':null,'currency':null,
                 'description':'Etapp 2','endDate':null,'name':'Ombyggnad','number':'P1',
                 'parentProjectId':null,'stage':'NOTSTARTED','status':'ACTIVE',
                 'startDate':'2026-01-31','updatedDate':null,'contactPerson':'Anna',
                 'projectLeader':'Bo','categoryName':'Projects','dimension':'projects'}
                """));
  }

  @Test
  void aProjectThatIsPutBackKeepsItsFinerWord() {
    var put = accepted(PROJECTS.toFortnox(PROJECTS.fromFortnox(PROJECT).data(), WriteMode.REPLACE));

    assertThat(put.entity().path("Status").asText()).isEqualTo("NOTSTARTED");
    assertThat(PROJECTS.holds(PROJECT, put.entity())).as("%s", put.entity()).isTrue();
  }

  @ParameterizedTest
  @CsvSource({"ACTIVE, ONGOING", "CLOSED, COMPLETED"})
  void aStatusAloneIsFortnoxsOwnWord(String status, String stored) {
    var patch = accepted(PROJECTS.toFortnox(json("{'status':'" + status + "'}"), WriteMode.PATCH));

    assertThat(patch.entity().path("Status").asText()).isEqualTo(stored);
  }

  @Test
  void aStatusThatContradictsTheStageIsRefused() {
    var body = json("{'status':'CLOSED','stage':'NOTSTARTED'}");

    assertThat(rejected(PROJECTS.toFortnox(body, WriteMode.PATCH)))
        .extracting(FieldProblem::pointer, FieldProblem::code)
        .containsExactly(tuple("/status", "field-contradiction"));
  }

  @Test
  void aDescriptionAloneDoesNotTellAProjectFromAnother() {
    assertThat(PROJECTS.lookups())
        .extracting(Lookup::fortnoxField, Lookup::identifying)
        .containsExactly(tuple("Description", false));
  }

  @Test
  void aCostCentreReadsAsADimensionAndItsRowInAListIsWhole() {
    var row = json("{'@url':'x','Active':false,'Code':'BU','Description':'Butik','Note':'Växjö'}");
    var expected =
        json(
            """
            {'id':'BU','categoryName':'Cost centres','code':'BU','createdDate':null,
             'description':'Växjö','dimension':'costCenters','name':'Butik','status':'CLOSED',
             'updatedDate':null}
            """);

    assertThat(COST_CENTERS.fromListRow(row).data()).isEqualTo(expected);
    assertThat(COST_CENTERS.fromListRow(row).warnings()).isEmpty();
    assertThat(COST_CENTERS.fromFortnox(row).data()).isEqualTo(expected);
  }

  @Test
  void aCostCentresStateIsAFlagAtFortnox() {
    var create =
        accepted(
            COST_CENTERS.toFortnox(
                json("{'code':'LA','name':'Lager','status':'CLOSED','dimension':'costCenters'}"),
                WriteMode.CREATE));

    assertThat(create.entity())
        .isEqualTo(json("{'Code':'LA','Description':'Lager','Active':false}"));
  }
}
