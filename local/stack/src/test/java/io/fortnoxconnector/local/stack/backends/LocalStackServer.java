package io.fortnoxconnector.local.stack.backends;

import java.util.Optional;
import org.testcontainers.DockerClientFactory;
import org.testcontainers.localstack.LocalStackContainer;
import org.testcontainers.utility.DockerImageName;

/** LocalStack in a container: the last version that asks for no token. */
final class LocalStackServer {

  private static final DockerImageName IMAGE = DockerImageName.parse("localstack/localstack:4.9.2");

  private LocalStackServer() {}

  static Optional<String> whyNot() {
    return DockerClientFactory.instance().isDockerAvailable()
        ? Optional.empty()
        : Optional.of("no Docker engine answers");
  }

  static AwsServer start() {
    LocalStackContainer container =
        new LocalStackContainer(IMAGE).withServices("dynamodb", "sqs", "kms", "secretsmanager");
    container.start();
    return AwsServer.at(container.getEndpoint(), container::stop);
  }
}
