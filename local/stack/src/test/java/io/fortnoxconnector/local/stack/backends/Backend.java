package io.fortnoxconnector.local.stack.backends;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Supplier;

/** Something that answers as AWS's services do. It's started when a test first asks for it. */
public enum Backend {
  /** DynamoDB Local, ElasticMQ and the local stack's own KMS and Secrets Manager. */
  EMBEDDED(EmbeddedServices::start, Optional::empty),
  MINISTACK(PythonServer::ministack, PythonServer::whyNot),
  MOTO(PythonServer::moto, PythonServer::whyNot),
  LOCALSTACK(LocalStackServer::start, LocalStackServer::whyNot);

  private final Supplier<AwsServer> starter;
  private final Supplier<Optional<String>> obstacle;
  private final List<Services> started = new ArrayList<>();

  Backend(Supplier<AwsServer> starter, Supplier<Optional<String>> obstacle) {
    this.starter = starter;
    this.obstacle = obstacle;
  }

  /** Those that the system property {@code backend} lists; the embedded one if it's not set. */
  static List<Backend> chosen() {
    return Arrays.stream(System.getProperty("backend", "embedded").split(",", -1))
        .map(name -> valueOf(name.trim().toUpperCase(Locale.ROOT)))
        .toList();
  }

  /** Why it can't be had on this machine. */
  Optional<String> obstacle() {
    return obstacle.get();
  }

  /** Started now if it isn't yet; it ends with the process. */
  public synchronized Services services() {
    if (started.isEmpty()) {
      AwsServer server = starter.get();
      Runtime.getRuntime().addShutdownHook(new Thread(server::close));
      started.add(new Services(server));
    }
    return started.getFirst();
  }

  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT);
  }
}
