package io.fortnoxconnector.translation;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;

/** What transactions are sorted by beside their accounts. Fortnox has two such dimensions. */
public final class Dimensions {
  static final String ONE_CATEGORY = "Fortnox has two dimensions, each a register of its own.";
  static final String NO_LAST_MODIFIED = "Fortnox doesn't tell when dimensions were changed.";

  /** In the order in which they're listed. */
  public static final List<Dimension> ALL =
      List.of(
          new Dimension(CostCenters.COST_CENTERS, "Cost centres", "Where costs and income belong."),
          new Dimension(Projects.PROJECTS, "Projects", "What is done for a time or a customer."));

  /** A dimension; its name is its resource's. */
  public record Dimension(Resource resource, String categoryName, String description) {

    public String name() {
      return resource.name();
    }

    /** Both as Maesn's dimension and as a tracking category. */
    public ObjectNode data() {
      return JsonNodeFactory.instance
          .objectNode()
          .put("id", name())
          .put("name", categoryName)
          .put("dimension", name())
          .put("description", description);
    }
  }

  private Dimensions() {}
}
