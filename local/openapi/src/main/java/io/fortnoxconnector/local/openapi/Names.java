package io.fortnoxconnector.local.openapi;

import io.fortnoxconnector.translation.Resource;
import java.util.Locale;

/** What a resource is called in names of schemas and operations. */
final class Names {

  private Names() {}

  /** {@code Customer} of {@code customers}. */
  static String single(Resource resource) {
    String name = capital(resource.name());
    if (resource.isSingleton() || !name.endsWith("s")) {
      return name;
    }
    return name.endsWith("ies")
        ? name.substring(0, name.length() - 3) + "y"
        : name.substring(0, name.length() - 1);
  }

  /** {@code Customers} of {@code customers}. */
  static String capital(String name) {
    return name.substring(0, 1).toUpperCase(Locale.ROOT) + name.substring(1);
  }

  /** {@code cost centers} of {@code costCenters}. */
  static String words(String name) {
    return name.replaceAll("([A-Z])", " $1").strip().toLowerCase(Locale.ROOT);
  }

  /** A line of a resource's documents. */
  static String line(Resource resource) {
    return single(resource) + "Line";
  }
}
