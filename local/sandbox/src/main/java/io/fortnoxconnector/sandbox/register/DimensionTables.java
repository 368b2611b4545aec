package io.fortnoxconnector.sandbox.register;

import static io.fortnoxconnector.sandbox.register.Field.bool;
import static io.fortnoxconnector.sandbox.register.Field.choice;
import static io.fortnoxconnector.sandbox.register.Field.code;
import static io.fortnoxconnector.sandbox.register.Field.date;
import static io.fortnoxconnector.sandbox.register.Field.text;
import static io.fortnoxconnector.sandbox.register.Register.register;

/** What documents and vouchers are sorted by: projects and cost centres. */
final class DimensionTables {

  static final Register PROJECTS =
      register(
              "projects",
              "Project",
              "Projects",
              text("Comments", 512),
              text("ContactPerson", 50),
              text("Description", 50).required().listed(),
              date("EndDate").listed(),
              text("ProjectLeader", 50).listed(),
              text("ProjectNumber", 20).check(Check.NUMBER).listed(),
              choice("Status", "NOTSTARTED", "ONGOING", "COMPLETED").initially("ONGOING").listed(),
              date("StartDate").listed())
          .scope("project", "projekt")
          .numbered("ProjectNumber")
          .location("project")
          .notFound(2001161, "Kan inte hitta projektet.")
          .taken("Projektnummer %s används redan.")
          .search("description", "Description")
          .search("projectleader", "ProjectLeader");

  static final Register COST_CENTERS =
      register(
              "costcenters",
              "CostCenter",
              "CostCenters",
              bool("Active").initially(true).listed(),
              code(6),
              text("Description").required().listed(),
              text("Note").listed())
          .scope("costcenter", "kostnadsställen")
          .notFound(2000437, "Kan inte hitta kostnadsstället.");

  private DimensionTables() {}
}
