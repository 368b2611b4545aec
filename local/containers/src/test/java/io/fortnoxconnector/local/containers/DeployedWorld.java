package io.fortnoxconnector.local.containers;

import io.fortnoxconnector.local.stack.client.Api;
import io.fortnoxconnector.local.stack.demo.DemoApp;
import io.fortnoxconnector.local.stack.demo.Story;
import io.fortnoxconnector.sandbox.Sandbox;
import java.net.URI;
import java.util.List;
import java.util.Map;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.sqs.SqsClient;

/** The template deployed into MiniStack, with the sandbox as Fortnox; made once for all suites. */
final class DeployedWorld {

  private final Sandbox fortnox;
  private final GatewayAddress address;
  private final Deployment stack;
  private final Roles roles;
  private final List<Roles.Statement> template;
  private final Story.Scene scene;

  /** All that is started for it is added to the parts. */
  DeployedWorld(Closing parts) {
    DockerHost host = DockerHost.find();
    fortnox = parts.add(Sandbox.start(Sandbox.options().withDefaults()), Sandbox::close);
    Relay relay = parts.add(Relay.to(fortnox.apiUrl(), host), Relay::close);
    address = parts.add(new GatewayAddress(), GatewayAddress::close);
    MiniStack emulator = parts.add(MiniStack.start(host), MiniStack::close);
    SqsClient sqs = parts.add(sqs(emulator), SqsClient::close);
    DemoApp.registerAt(fortnox, address.url());
    stack = Deployment.of(emulator, relay.fromContainers(), address);
    roles = new Roles(stack);
    template = roles.statements();
    roles.adapt();
    scene =
        new Story.Scene(
            stack.adminKey(),
            sqs,
            stack.id("JobsQueue"),
            fortnox,
            () -> stack.invoke("ChangesFunction", "{}"));
  }

  Sandbox fortnox() {
    return fortnox;
  }

  Deployment stack() {
    return stack;
  }

  /** The functions' statements as the template has them. */
  List<Roles.Statement> asInTheTemplate() {
    return template;
  }

  Roles roles() {
    return roles;
  }

  URI baseUrl() {
    return address.url();
  }

  Api api() {
    return new Api(address.url());
  }

  Story.Scene scene() {
    return scene;
  }

  /** What a failure has left on the queues would come again at a later test. */
  void forgetMessages() {
    for (String queue : List.of("WritesQueue", "JobsQueue", "DeliveriesQueue")) {
      stack.call("sqs", "purge_queue", Map.of("QueueUrl", stack.id(queue)));
    }
  }

  private static SqsClient sqs(MiniStack emulator) {
    return SqsClient.builder()
        .endpointOverride(emulator.url())
        .region(Region.of(emulator.region()))
        .credentialsProvider(
            StaticCredentialsProvider.create(AwsBasicCredentials.create("test", "test")))
        .httpClient(UrlConnectionHttpClient.create())
        .build();
  }
}
