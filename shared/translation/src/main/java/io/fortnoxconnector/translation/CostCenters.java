package io.fortnoxconnector.translation;

import static io.fortnoxconnector.translation.Columns.flag;
import static io.fortnoxconnector.translation.Columns.number;
import static io.fortnoxconnector.translation.Columns.text;
import static io.fortnoxconnector.translation.ResourceBuilder.resource;

import java.util.List;

/**
 * Cost centres, a dimension of the ledger, <a
 * href="https://apps.fortnox.se/apidocs#tag/fortnox_CostCenters">Fortnox: Cost Centers</a>.
 */
public final class CostCenters {
  /** The table. */
  public static final Resource COST_CENTERS =
      resource("costCenters", "/3/costcenters")
          .wrappedIn("CostCenter", "CostCenters")
          .scope("costcenter")
          .numberedBy("Code")
          .allows(
              Operation.READ,
              Operation.CREATE,
              Operation.REPLACE,
              Operation.PATCH,
              Operation.DELETE)

          // Maesn's fields of a dimension, of both versions.
          .field("id", text("Code").readOnly())
          .always("categoryName", "Cost centres", List.of(), Dimensions.ONE_CATEGORY)
          .field("code", number("Code").max(6).requiredOnCreate().onCreateOnly())
          .hasNoPlaceFor("createdDate", "string", Ledger.NO_DATES)
          .field("description", text("Note"))
          .always("dimension", "costCenters", List.of(), Dimensions.ONE_CATEGORY)
          .field("name", text("Description").requiredOnCreate())
          .field("status", flag("Active", "ACTIVE", "CLOSED").neverEmpty())
          .hasNoPlaceFor("updatedDate", "string", Ledger.NO_DATES)

          // Lists.
          .listRowsCarry("Active", "Code", "Description", "Note")
          .cannotFilterBy("lastModifiedAt", Dimensions.NO_LAST_MODIFIED)
          .build();

  private CostCenters() {}
}
