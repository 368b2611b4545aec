package io.fortnoxconnector.local.stack;

import io.fortnoxconnector.local.stack.template.Place;
import java.net.URI;
import java.util.Map;
import java.util.Objects;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;

/**
 * The services that the functions use.
 *
 * @param place keeps stacks in the same services apart
 * @param there AWS's four, if they're there already; empty: the stack starts its own
 * @param between what the functions get for the services' real addresses: the same, or those of
 *     something that stands between
 */
record ServiceOptions(
    Place place, Map<Service, URI> there, UnaryOperator<Map<Service, URI>> between) {

  static ServiceOptions own() {
    return new ServiceOptions(Place.LOCAL, Map.of(), UnaryOperator.identity());
  }

  ServiceOptions there(Map<Service, URI> services, Place other) {
    return new ServiceOptions(other, Map.copyOf(services), between);
  }

  ServiceOptions between(UnaryOperator<Map<Service, URI>> other) {
    return new ServiceOptions(place, there, other);
  }

  /** The service that is there already; where none is, one of the stack's own. */
  URI given(Service service, Supplier<URI> own) {
    return there.isEmpty() ? own.get() : Objects.requireNonNull(there.get(service), service::name);
  }
}
