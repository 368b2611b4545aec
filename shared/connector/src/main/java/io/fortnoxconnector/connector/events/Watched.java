package io.fortnoxconnector.connector.events;

import io.fortnoxconnector.connector.events.Event.Kind;
import io.fortnoxconnector.translation.Resource;
import io.fortnoxconnector.translation.Resources;
import java.util.Arrays;
import java.util.List;
import java.util.Set;

/** A resource whose changes are looked for. */
public record Watched(Resource resource) {

  /**
   * Files are a tree of folders and no list; an expense is a voucher, which is told as the journal
   * entry that it is.
   */
  private static final Set<String> NOT_LISTED = Set.of("files", "expenses");

  /** In the order in which they're looked at. */
  public static final List<Watched> ALL =
      Resources.ALL.stream()
          .filter(resource -> !resource.isSingleton() && !NOT_LISTED.contains(resource.name()))
          .map(Watched::new)
          .toList();

  /** The resource's name. */
  public String name() {
    return resource.name();
  }

  /** The types of its events. */
  public List<String> types() {
    return Arrays.stream(Kind.values()).map(this::type).toList();
  }

  /** The type of an event: {@code customer.created} of {@code customers}. */
  String type(Kind kind) {
    return singular() + "." + kind.word();
  }

  private String singular() {
    String name = name();
    return name.endsWith("ies")
        ? name.substring(0, name.length() - 3) + "y"
        : name.substring(0, name.length() - 1);
  }

  /** Whether Fortnox tells what changed since a time. */
  boolean isDated() {
    return resource.supportsLastModified();
  }
}
