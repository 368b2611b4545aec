package io.fortnoxconnector.local.stack.template;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TemplateTest {

  @TempDir private Path folder;

  @Nested
  class TheProjectsOwn {

    private final Template template =
        Template.read(Template.locate(null, Path.of("")), Place.LOCAL);

    @Test
    void isFoundUpwardsAndUnderstoodAsAWhole() {
      assertThat(functions())
          .isNotEmpty()
          .allSatisfy(function -> assertThat(function.handler()).contains("::"));
      assertThat(template.tables()).isNotEmpty();
      assertThat(template.queues()).isNotEmpty();
      assertThat(template.keys()).hasSize(1);
      assertThat(template.secrets()).extracting(SecretSpec::logicalId).contains("AdminKey");
    }

    @Test
    void aFunctionGetsItsOwnVariablesAndThoseOfGlobals() {
      FunctionSpec customers = function("CustomersFunction");
      assertThat(customers.environment())
          .containsEntry("CONNECTIONS_TABLE", "fortnox-connector-ConnectionsTable")
          .containsEntry("WRITES_QUEUE_URL", "http://queues/fortnox-connector-writes.fifo")
          .containsEntry("FORTNOX_API_URL", "https://api.fortnox.se")
          .containsKey("JAVA_TOOL_OPTIONS")
          .doesNotContainKey("ADMIN_KEY_SECRET");
      assertThat(customers.timeout()).isEqualTo(Duration.ofSeconds(29));
      assertThat(customers.arn())
          .isEqualTo(
              "arn:aws:lambda:eu-north-1:000000000000:function:fortnox-connector-CustomersFunction:live");
    }

    @Test
    void aRouteOfAnyMethodIsForThoseThatAnEntityKnows() {
      assertThat(new Route("ANY /a/{id}", Duration.ofSeconds(30)).operations())
          .containsExactly("GET /a/{id}", "PUT /a/{id}", "PATCH /a/{id}", "DELETE /a/{id}");
      assertThat(new Route("GET /a", Duration.ofSeconds(30)).operations())
          .containsExactly("GET /a");
    }

    @Test
    void routesSourcesAndSchedulesAreThoseOfTheFunctionsEvents() {
      assertThat(function("CustomersFunction").routes())
          .extracting(Route::key)
          .contains("GET /accounting/customers", "PATCH /accounting/customers/{contactId}");
      assertThat(function("AboutFunction").routes()).extracting(Route::key).contains("$default");
      assertThat(function("WriterFunction").queues())
          .containsExactly(
              new QueueSource(
                  "arn:aws:sqs:eu-north-1:000000000000:fortnox-connector-writes.fifo",
                  "fortnox-connector-writes.fifo",
                  5,
                  10,
                  true));
      assertThat(function("HousekeepingFunction").schedules())
          .containsExactly(new Schedule("EveryMinute", Duration.ofMinutes(1), Optional.empty()));
    }

    @Test
    void tablesHaveTheirKeysIndexesAndTimeToLive() {
      TableSpec tasks =
          template.tables().stream()
              .filter(table -> table.logicalId().equals("TasksTable"))
              .findFirst()
              .orElseThrow();
      assertThat(tasks.key()).isEqualTo(new TableSpec.Key("id", Optional.empty()));
      assertThat(tasks.attributeTypes()).containsEntry("dueAt", "N");
      assertThat(tasks.indexes())
          .containsExactly(
              new TableSpec.Index(
                  "byEntity", new TableSpec.Key("made", Optional.empty()), "KEYS_ONLY", List.of()),
              new TableSpec.Index(
                  "byOpen",
                  new TableSpec.Key("openIn", Optional.of("dueAt")),
                  "KEYS_ONLY",
                  List.of()),
              new TableSpec.Index(
                  "byConnection",
                  new TableSpec.Key("connection", Optional.of("acceptedAt")),
                  "INCLUDE",
                  List.of(
                      "resource", "operation", "action", "resourceId", "taskState", "finishedAt")),
              new TableSpec.Index(
                  "byUntold",
                  new TableSpec.Key("untoldIn", Optional.of("finishedAt")),
                  "INCLUDE",
                  List.of(
                      "connection",
                      "resource",
                      "operation",
                      "action",
                      "resourceId",
                      "taskState",
                      "acceptedAt")));
      assertThat(tasks.timeToLive()).contains("expiresAt");
    }

    @Test
    void queuesNameTheirDeadLetters() {
      QueueSpec writes =
          template.queues().stream()
              .filter(queue -> queue.logicalId().equals("WritesQueue"))
              .findFirst()
              .orElseThrow();
      assertThat(writes.attributes())
          .containsEntry("VisibilityTimeout", "360")
          .containsEntry("FifoQueue", "true");
      assertThat(writes.deadLetters())
          .contains(
              new QueueSpec.DeadLetters(
                  "arn:aws:sqs:eu-north-1:000000000000:fortnox-connector-writes-dlq.fifo", 1000));
    }

    @Test
    void aPropertyCanBeOverriddenAlone() {
      Template other =
          template
              .override("WritesQueue", "VisibilityTimeout", 5)
              .override("CustomersFunction", "Timeout", 3);
      assertThat(other.queues())
          .filteredOn(queue -> queue.logicalId().equals("WritesQueue"))
          .singleElement()
          .satisfies(
              queue ->
                  assertThat(queue.attributes())
                      .containsEntry("VisibilityTimeout", "5")
                      .containsEntry("FifoQueue", "true"));
      assertThat(other.functions(name -> "http://queues/" + name))
          .filteredOn(function -> function.logicalId().equals("CustomersFunction"))
          .singleElement()
          .extracting(FunctionSpec::timeout)
          .isEqualTo(Duration.ofSeconds(3));
      assertThat(function("CustomersFunction").timeout()).isEqualTo(Duration.ofSeconds(29));
      assertThatThrownBy(() -> template.override("NoQueue", "VisibilityTimeout", 5))
          .hasMessageContaining("there is no resource NoQueue");
    }

    @Test
    void parametersCanBeSet() {
      Template other =
          template.with(Map.of("FortnoxApiUrl", "http://127.0.0.1:1", "WriterConcurrency", "3"));
      assertThat(other.functions(name -> name))
          .filteredOn(function -> function.logicalId().equals("WriterFunction"))
          .allSatisfy(
              writer -> {
                assertThat(writer.environment())
                    .containsEntry("FORTNOX_API_URL", "http://127.0.0.1:1");
                assertThat(writer.queues().getFirst().maximumConcurrency()).isEqualTo(3);
              });
      assertThatThrownBy(() -> template.with(Map.of("Nonsense", "1")))
          .hasMessageContaining("there is no parameter Nonsense");
    }

    private List<FunctionSpec> functions() {
      return template.functions(name -> "http://queues/" + name);
    }

    private FunctionSpec function(String logicalId) {
      return functions().stream()
          .filter(one -> one.logicalId().equals(logicalId))
          .findFirst()
          .orElseThrow();
    }
  }

  @Nested
  class Intrinsically {

    @Test
    void functionsOfCloudFormationAreEvaluatedInBothSpellings() throws IOException {
      Map<String, String> variables =
          variables(
              """
              A: !Sub '${Stage}/${AWS::Region}/${!Literal}'
              B: !Sub ['${x}-${Queue.QueueName}', {x: !Ref Stage}]
              C: {'Fn::Join': [':', [a, {Ref: Stage}]]}
              D: !If [IsTest, yes-it-is, no]
              E: !Select [1, !Split ['.', a.b.c]]
              F: !FindInMap [Sizes, !Ref Stage, memory]
              G: !GetAtt [Queue, Arn]
              H: !If [IsTest, !Ref AWS::NoValue, x]
              """);
      assertThat(variables)
          .containsEntry("A", "test/eu-north-1/${Literal}")
          .containsEntry("B", "test-things")
          .containsEntry("C", "a:test")
          .containsEntry("D", "yes-it-is")
          .containsEntry("E", "b")
          .containsEntry("F", "512")
          .containsEntry("G", "arn:aws:sqs:eu-north-1:000000000000:things")
          .doesNotContainKey("H");
    }

    @Test
    void anUnknownFunctionIsRefusedWithItsPlace() {
      assertThatThrownBy(() -> variables("A: !Base64 x"))
          .isInstanceOf(TemplateException.class)
          .hasMessageContaining("Variables.A")
          .hasMessageContaining("!Base64");
    }

    @Test
    void anUnknownNameIsRefusedWithItsPlace() {
      assertThatThrownBy(() -> variables("A: !Ref Nothing"))
          .hasMessageContaining("there is neither a parameter nor a resource Nothing");
      assertThatThrownBy(() -> variables("A: !GetAtt Queue.Colour"))
          .hasMessageContaining("the attribute Colour of a AWS::SQS::Queue");
    }

    private Map<String, String> variables(String yaml) throws IOException {
      Template template =
          template(
              """
              Parameters:
                Stage: {Type: String, Default: test}
              Conditions:
                IsTest: !And [!Equals [!Ref Stage, test], !Not [!Equals [a, b]]]
              Mappings:
                Sizes: {test: {memory: 512}}
              Resources:
                Queue: {Type: 'AWS::SQS::Queue', Properties: {QueueName: things}}
                Fn:
                  Type: AWS::Serverless::Function
                  Properties:
                    Handler: a.B::c
                    Environment:
                      Variables:
              """
                  + yaml.indent(10));
      return template.functions(name -> name).getFirst().environment();
    }
  }

  @Nested
  class WhatTheLocalStackDoesNotKnow {

    @Test
    void isRefusedWhereItIsAResource() {
      assertThatThrownBy(() -> template("Resources: {Stream: {Type: 'AWS::Kinesis::Stream'}}"))
          .hasMessageContaining("Resources.Stream")
          .hasMessageContaining("the type AWS::Kinesis::Stream");
    }

    @Test
    void isRefusedWhereItIsAnEvent() {
      assertThatThrownBy(() -> event("{Type: S3, Properties: {}}"))
          .hasMessageContaining("events of type S3");
      assertThatThrownBy(
              () ->
                  event(
                      "{Type: ScheduleV2, Properties: {ScheduleExpression: 'cron(0 1 * * ? *)'}}"))
          .hasMessageContaining("rate(…) alone");
      assertThatThrownBy(
              () -> event("{Type: HttpApi, Properties: {Path: /a, Auth: {Authorizer: Mine}}}"))
          .hasMessageContaining("the property Auth");
    }

    @Test
    void isRefusedWhereItIsATablesProperty() throws IOException {
      Template template =
          template(
              "Resources: {T: {Type: 'AWS::DynamoDB::Table', Properties: {LocalSecondaryIndexes:"
                  + " []}}}");
      assertThatThrownBy(template::tables).hasMessageContaining("LocalSecondaryIndexes");
    }

    private void event(String event) throws IOException {
      template(
              "Resources: {F: {Type: 'AWS::Serverless::Function', Properties: {Handler: a.B,"
                  + " Events: {E: "
                  + event
                  + "}}}}")
          .functions(name -> name);
    }
  }

  private Template template(String yaml) throws IOException {
    return Template.read(Files.writeString(folder.resolve("template.yaml"), yaml), Place.LOCAL);
  }
}
