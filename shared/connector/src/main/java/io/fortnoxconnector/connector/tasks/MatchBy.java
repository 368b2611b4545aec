package io.fortnoxconnector.connector.tasks;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.fortnoxconnector.translation.Lookup;
import io.fortnoxconnector.translation.Operation;
import io.fortnoxconnector.translation.Resource;
import java.util.Arrays;
import java.util.Optional;

/** By what the entity of a bulk run's row is known that is there already: it's changed then. */
public enum MatchBy {
  /** The number that Fortnox knows it by. */
  NUMBER("number", ""),
  ORGANISATION_NUMBER("organisationNumber", "OrganisationNumber"),
  EMAIL("email", "Email");

  private final String text;
  private final String fortnoxField;

  MatchBy(String text, String fortnoxField) {
    this.text = text;
    this.fortnoxField = fortnoxField;
  }

  /** As callers write it. */
  public String text() {
    return text;
  }

  public static Optional<MatchBy> named(String text) {
    return Arrays.stream(values()).filter(one -> one.text.equals(text)).findFirst();
  }

  /** Whether entities of the resource can be found by it, and changed. */
  public boolean isPossible(Resource resource) {
    return resource.allows(Operation.PATCH)
        && (this == NUMBER ? resource.takesNumbers() : lookup(resource).isPresent());
  }

  /** How Fortnox's list is asked for it; empty for a number, which needs no list. */
  Optional<Lookup> lookup(Resource resource) {
    return resource.lookups().stream()
        .filter(lookup -> lookup.fortnoxField().equals(fortnoxField))
        .findFirst();
  }

  /** What an entity to be created has of it, in Fortnox's terms. */
  Optional<String> key(Resource resource, ObjectNode entity) {
    return this == NUMBER
        ? resource.chosenNumber(entity)
        : Optional.of(entity.path(fortnoxField).asText()).filter(value -> !value.isEmpty());
  }
}
