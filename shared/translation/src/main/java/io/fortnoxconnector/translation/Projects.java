package io.fortnoxconnector.translation;

import static io.fortnoxconnector.translation.Columns.choice;
import static io.fortnoxconnector.translation.Columns.date;
import static io.fortnoxconnector.translation.Columns.number;
import static io.fortnoxconnector.translation.Columns.renamedChoice;
import static io.fortnoxconnector.translation.Columns.text;
import static io.fortnoxconnector.translation.ResourceBuilder.resource;
import static io.fortnoxconnector.translation.Word.word;

import java.util.List;

/**
 * Fortnox projects, which are a dimension of the ledger too, <a
 * href="https://apps.fortnox.se/apidocs#tag/fortnox_Projects">Fortnox: Projects</a>.
 */
public final class Projects {
  /** The table. */
  public static final Resource PROJECTS =
      resource("projects", "/3/projects")
          .wrappedIn("Project", "Projects")
          .scope("project")
          .numberedBy("ProjectNumber")
          .allows(
              Operation.READ,
              Operation.CREATE,
              Operation.REPLACE,
              Operation.PATCH,
              Operation.DELETE)

          // The fields of the unified model.
          .field("id", text("ProjectNumber").readOnly())
          .field("code", number("ProjectNumber").max(20).onCreateOnly())
          .hasNoPlaceFor("createdDate", "string", Ledger.NO_DATES)
          .hasNoPlaceFor(
              "contactId", "string", "Fortnox's projects have no customer; see contactPerson.")
          .hasNoPlaceFor("currency", "string", "Fortnox's projects have no currency.")
          .field("description", text("Comments").max(512))
          .field("endDate", date("EndDate"))
          .field("name", text("Description").max(50).requiredOnCreate())
          .field("number", number("ProjectNumber").max(20).onCreateOnly())
          .hasNoPlaceFor("parentProjectId", "string", "Fortnox's projects don't stand in a tree.")
          // Fortnox's own word, finer than the unified model's, comes before it: the two agree.
          .field("stage", choice("Status", "NOTSTARTED", "ONGOING", "COMPLETED").neverEmpty())
          .field(
              "status",
              renamedChoice(
                      "Status",
                      List.of(word("ACTIVE", "NOTSTARTED")),
                      word("ACTIVE", "ONGOING"),
                      word("CLOSED", "COMPLETED"))
                  .neverEmpty())
          .field("startDate", date("StartDate"))
          .hasNoPlaceFor("updatedDate", "string", Ledger.NO_DATES)

          // What Fortnox has beyond.
          .field("contactPerson", text("ContactPerson").max(50))
          .field("projectLeader", text("ProjectLeader").max(50))

          // As a dimension.
          .always("categoryName", "Projects", List.of(), Dimensions.ONE_CATEGORY)
          .always("dimension", "projects", List.of(), Dimensions.ONE_CATEGORY)

          // Lists.
          .listRowsCarry(
              "Description", "EndDate", "ProjectLeader", "ProjectNumber", "StartDate", "Status")
          .search("name", "description")
          .search("projectLeader", "projectleader")
          .cannotFilterBy("lastModifiedAt", Dimensions.NO_LAST_MODIFIED)
          .foundAgainByMere("Description", "description")
          .build();

  private Projects() {}
}
