package io.fortnoxconnector.local.containers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import io.fortnoxconnector.local.stack.client.Api;
import io.fortnoxconnector.local.stack.demo.Story;
import io.fortnoxconnector.local.stack.demo.Teller;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * {@code sam deploy} of the template into an emulator that checks each call against the caller's
 * role: API Gateway, functions in containers of the Lambda runtime, queues with their event source
 * mappings.
 */
@Order(5)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class DeploymentTest {

  private static final String VIA_SERVICE = "kms:ViaService";

  private final Closing parts = new Closing();
  private DeployedWorld world;
  private Probes probes;

  @BeforeAll
  void deploy() {
    world = new DeployedWorld(parts);
    probes = new Probes(world);
  }

  @AfterAll
  void stop() {
    parts.close();
  }

  @Test
  @Order(1)
  void theDemoIsToldThroughTheDeployedStackWithTheTemplatesOwnRoles() {
    try (Api api = world.api()) {
      new Story(world.scene(), api, new Teller(System.out)).tell();
    }
  }

  @ParameterizedTest(name = "{0} has the rights that its probe needs", quoteTextArguments = false)
  @MethodSource("functions")
  @Order(2)
  void theFunctionHasTheRightsThatItsProbeNeeds(String function) {
    probes.run(function);
  }

  @ParameterizedTest(name = "{0}: missed when it is taken away")
  @MethodSource("judged")
  @Order(3)
  void withoutTheStatementSomethingFails(Roles.Statement statement) {
    world.roles().takeAway(statement);
    try {
      assertThatThrownBy(() -> probes.thatFail().run(statement.function()))
          .as("nothing notices that %s is missing", statement)
          .satisfies(noticed -> System.out.println("             " + firstLine(noticed)));
    } finally {
      world.roles().giveBack(statement);
      world.forgetMessages();
    }
    // It was this statement that was missed, and nothing else.
    probes.run(statement.function());
  }

  /** Encryption by the services: the emulator keeps tables, queues and secrets in clear. */
  @ParameterizedTest(
      name = "{0} may use the key through the services that it calls, and no others",
      quoteTextArguments = false)
  @MethodSource("functions")
  @Order(4)
  void theKeyMayBeUsedThroughTheServicesThatTheFunctionCalls(String function) {
    List<Roles.Statement> own = of(function);
    List<String> called =
        Stream.of("dynamodb", "secretsmanager", "sqs")
            .filter(service -> own.stream().anyMatch(statement -> needsTheKey(statement, service)))
            .map(service -> service + ".eu-north-1.amazonaws.com")
            .toList();
    assertThat(
            own.stream()
                .filter(statement -> statement.asksFor(VIA_SERVICE))
                .flatMap(
                    statement ->
                        Deployment.list(
                            statement.json().at("/Condition/StringEquals/" + VIA_SERVICE))
                            .stream())
                .map(JsonNode::asText)
                .distinct())
        .containsExactlyInAnyOrderElementsOf(called);
  }

  /** The emulator knows no encryption context (AWS KMS guide, "Encryption context"). */
  @Test
  @Order(5)
  void tokensAreOpenedOnlyWithTheirConnectionAndPurpose() {
    assertThat(world.asInTheTemplate())
        .filteredOn(statement -> statement.reaches("kms") && !statement.asksFor(VIA_SERVICE))
        .isNotEmpty()
        .allSatisfy(
            statement -> {
              assertThat(statement.asksFor("kms:EncryptionContext:connection")).isTrue();
              assertThat(statement.asksFor("kms:EncryptionContext:purpose")).isTrue();
            });
  }

  /** What the emulator's own poller doesn't ask for (AWS Lambda guide, "Using Lambda with SQS"). */
  @Test
  @Order(6)
  void eachQueueIsReadByTheFunctionThatItInvokes() {
    assertThat(world.asInTheTemplate())
        .filteredOn(DeploymentTest::isForTheEventSource)
        .allMatch(statement -> statement.allows("sqs:DeleteMessage"))
        .allMatch(statement -> statement.allows("sqs:GetQueueAttributes"))
        .extracting(statement -> statement.function() + statement.text().replaceAll(".* on", ""))
        .containsExactlyInAnyOrder(
            "JobsFunction JobsQueue",
            "WriterFunction WritesQueue",
            "DeliveriesFunction DeliveriesQueue");
  }

  /** Vendors' secrets and the escrow lie under the account's own key for secrets. */
  private static boolean needsTheKey(Roles.Statement statement, String service) {
    return statement.reaches(service)
        && (!service.equals("secretsmanager") || statement.text().contains("AdminKey"));
  }

  private List<String> functions() {
    return world.stack().ofType("AWS::Lambda::Function");
  }

  private List<Roles.Statement> of(String function) {
    return world.asInTheTemplate().stream()
        .filter(statement -> statement.function().equals(function))
        .toList();
  }

  /** Without what the emulator asks nobody for; the tests after this one read it instead. */
  private List<Roles.Statement> judged() {
    return world.roles().statements().stream()
        .filter(statement -> !statement.asksFor(VIA_SERVICE))
        .filter(statement -> !isForTheEventSource(statement))
        .filter(statement -> !isForTheEscrow(statement))
        .toList();
  }

  /** Where a rotated refresh token is kept while KMS or DynamoDB fails: they don't fail here. */
  private static boolean isForTheEscrow(Roles.Statement statement) {
    return statement.text().contains("/escrow/");
  }

  private static boolean isForTheEventSource(Roles.Statement statement) {
    return statement.allows("sqs:ReceiveMessage");
  }

  private static String firstLine(Throwable noticed) {
    String message = String.valueOf(noticed.getMessage()).strip().replace('\n', ' ');
    return message.substring(0, Math.min(160, message.length()));
  }
}
