package io.fortnoxconnector.local.stack.permissions;

import static org.assertj.core.api.Assertions.assertThat;

import io.fortnoxconnector.connector.tokens.TokenCipher;
import io.fortnoxconnector.local.stack.StackOptions;
import io.fortnoxconnector.local.stack.permissions.Policy.Statement;
import io.fortnoxconnector.local.stack.template.Place;
import io.fortnoxconnector.local.stack.template.Template;
import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What the key's policy and the queues' let whom do, by the text of template.yaml. */
class KeyPolicyTest {

  private static final Template TEMPLATE =
      Template.read(StackOptions.defaults().template(), Place.LOCAL);

  private static final List<String> CONTEXT =
      List.of("kms:EncryptionContext:connection", "kms:EncryptionContext:purpose");

  @Test
  void noStatementOpensATokenForSomebodyWhoDoesNotNameItsConnectionAndPurpose() {
    assertThat(keyPolicy().filter(KeyPolicyTest::uses))
        .isNotEmpty()
        .allMatch(
            statement ->
                statement.values("kms:ViaService").stream().allMatch(KeyPolicyTest::isAService)
                    || isOfAnAwsService(statement));
    assertThat(keyPolicy().filter(KeyPolicyTest::uses).filter(KeyPolicyTest::isDirect))
        .singleElement()
        .satisfies(
            statement -> {
              assertThat(statement.conditions().get("Null"))
                  .containsKeys(CONTEXT.toArray(String[]::new));
              assertThat(CONTEXT).allMatch(key -> statement.values(key).equals(List.of("false")));
              assertThat(statement.values("kms:EncryptionContextKeys"))
                  .containsExactlyInAnyOrder("connection", "purpose");
              assertThat(statement.values("aws:PrincipalArn"))
                  .containsExactly("arn:aws:iam::000000000000:role/fortnox-connector/*");
            });
  }

  @Test
  void theFunctionsRolesAreMadeUnderThePathThatTheKeysPolicyNames() throws IOException {
    // A role elsewhere could open no token, which would show on AWS alone.
    assertThat(Files.readString(StackOptions.defaults().template()))
        .containsOnlyOnce("RolePath: !Sub /${AWS::StackName}/");
  }

  @Test
  void whoAdministersTheKeyCanNotUseIt() {
    assertThat(keyPolicy().filter(statement -> statement.conditions().isEmpty()))
        .singleElement()
        .satisfies(
            statement ->
                assertThat(statement.actions())
                    .contains("kms:PutKeyPolicy")
                    .doesNotContain("kms:*", "kms:CreateGrant")
                    .noneMatch(action -> action.matches("kms:(De|En|ReEn)crypt.*|kms:Generate.*")));
  }

  @Test
  void aRoleThatUsesTheKeyDirectlyHasToSayForWhat() {
    assertThat(
            TEMPLATE.functions(name -> name).stream()
                .flatMap(one -> Policy.of(TEMPLATE, one.logicalId()).statements().stream())
                .filter(
                    statement ->
                        statement.actions().stream().anyMatch(action -> action.startsWith("kms:")))
                .filter(KeyPolicyTest::isDirect))
        .isNotEmpty()
        .allSatisfy(
            statement -> assertThat(CONTEXT).noneMatch(key -> statement.values(key).isEmpty()));
  }

  @Test
  void whoMakesWebhooksOpensTheirSecretsAndNoToken() {
    assertThat(
            Policy.of(TEMPLATE, "WebhooksFunction").statements().stream()
                .filter(KeyPolicyTest::uses)
                .filter(KeyPolicyTest::isDirect))
        .singleElement()
        .satisfies(
            statement ->
                assertThat(statement.values("kms:EncryptionContext:purpose"))
                    .containsExactly(TokenCipher.Purpose.WEBHOOK_SECRET.name()));
  }

  @Test
  void everyQueueIsClosedToOtherAccountsAndToClearText() {
    Map<String, Object> policy =
        TEMPLATE.properties("AWS::SQS::QueuePolicy").values().iterator().next();

    assertThat((List<?>) policy.get("Queues")).hasSize(TEMPLATE.queues().size());
    assertThat(Policy.statements(document(policy, "PolicyDocument")))
        .allMatch(statement -> statement.effect().equals("Deny"))
        .allMatch(statement -> statement.actions().equals(List.of("sqs:*")))
        .extracting(Statement::conditions)
        .containsExactlyInAnyOrder(
            Map.of("Bool", Map.of("aws:SecureTransport", List.of("false"))),
            Map.of(
                "StringNotEquals",
                Map.of("aws:PrincipalAccount", List.of(Place.LOCAL.accountId()))));
  }

  private static Stream<Statement> keyPolicy() {
    return Policy.statements(
        document(TEMPLATE.properties("AWS::KMS::Key").values().iterator().next(), "KeyPolicy"))
        .stream();
  }

  private static Object document(Map<String, Object> properties, String name) {
    return properties.getOrDefault(name, Map.of());
  }

  private static boolean uses(Statement statement) {
    return statement.actions().stream()
        .anyMatch(action -> action.matches("kms:(\\*|(De|En|ReEn)crypt.*|Generate.*)"));
  }

  private static boolean isDirect(Statement statement) {
    List<String> via = statement.values("kms:ViaService");
    return (via.isEmpty() || via.equals(List.of("true"))) && !isOfAnAwsService(statement);
  }

  private static boolean isAService(String value) {
    return value.equals("true") || value.endsWith(".eu-north-1.amazonaws.com");
  }

  private static boolean isOfAnAwsService(Statement statement) {
    return !statement.values("kms:EncryptionContext:aws:logs:arn").isEmpty();
  }
}
