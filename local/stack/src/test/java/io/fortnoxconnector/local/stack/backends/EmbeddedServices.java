package io.fortnoxconnector.local.stack.backends;

import io.fortnoxconnector.local.stack.Service;
import io.fortnoxconnector.local.stack.data.LocalDynamoDb;
import io.fortnoxconnector.local.stack.data.LocalSqs;
import io.fortnoxconnector.local.stack.services.AwsJsonServer;
import io.fortnoxconnector.local.stack.template.Place;
import java.time.Clock;
import java.util.Map;

/** The services that the local stack starts for itself. */
final class EmbeddedServices {

  private EmbeddedServices() {}

  static AwsServer start() {
    LocalDynamoDb tables = LocalDynamoDb.start();
    LocalSqs queues = LocalSqs.start(Place.LOCAL);
    AwsJsonServer vaults = AwsJsonServer.start(Place.LOCAL, Clock.systemUTC());
    return new AwsServer(
        Map.of(
            Service.DYNAMODB, tables.url(),
            Service.SQS, queues.url(),
            Service.KMS, vaults.url(),
            Service.SECRETS_MANAGER, vaults.url()),
        () -> {
          vaults.close();
          queues.close();
          tables.close();
        });
  }
}
