package io.fortnoxconnector.local.stack.backends;

import static java.util.stream.Collectors.toMap;

import io.fortnoxconnector.local.stack.Service;
import java.net.URI;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;

/**
 * A running stand-in for AWS.
 *
 * @param end ends it
 */
record AwsServer(Map<Service, URI> endpoints, Runnable end) {

  /** With all services at one address, as emulators have them. */
  static AwsServer at(URI address, Runnable end) {
    return new AwsServer(
        Stream.of(Service.DYNAMODB, Service.SQS, Service.KMS, Service.SECRETS_MANAGER)
            .collect(toMap(service -> service, _ -> address)),
        end);
  }

  URI at(Service service) {
    return Objects.requireNonNull(endpoints.get(service), service::name);
  }

  void close() {
    end.run();
  }
}
