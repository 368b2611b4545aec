package io.fortnoxconnector.local.stack.permissions;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.fortnoxconnector.local.stack.StackOptions;
import io.fortnoxconnector.local.stack.template.FunctionSpec;
import io.fortnoxconnector.local.stack.template.Place;
import io.fortnoxconnector.local.stack.template.Route;
import io.fortnoxconnector.local.stack.template.Template;
import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** That nothing of the stack runs unwatched, in clear, or for ever. */
class OperationsTest {

  private static final Template TEMPLATE =
      Template.read(StackOptions.defaults().template(), Place.LOCAL);

  private static final Map<String, Map<String, Object>> ALARMS =
      TEMPLATE.properties("AWS::CloudWatch::Alarm");

  static List<FunctionSpec> functions() {
    return TEMPLATE.functions(name -> name);
  }

  @ParameterizedTest
  @MethodSource("functions")
  void aFunctionHasAlarmsForErrorsAndFourFifthsOfItsTime(FunctionSpec function) {
    assertThat(ALARMS.values())
        .filteredOn(alarm -> "AWS/Lambda".equals(alarm.get("Namespace")))
        .filteredOn(alarm -> isOf(alarm, "FunctionName", function.name()))
        .filteredOn(alarm -> !"Invocations".equals(alarm.get("MetricName")))
        .extracting(alarm -> alarm.get("MetricName") + " > " + alarm.get("Threshold"))
        .containsExactlyInAnyOrder(
            "Errors > 0", "Duration > " + function.timeout().toMillis() * 4 / 5);
  }

  /** Without dimensions it's the sum of the account's functions in a region. */
  @Test
  void oneAlarmForThrottlesIsOfAllFunctions() {
    assertThat(ALARMS.values())
        .filteredOn(alarm -> "Throttles".equals(alarm.get("MetricName")))
        .singleElement()
        .satisfies(
            alarm ->
                assertThat(alarm).doesNotContainKey("Dimensions").containsEntry("Threshold", 0));
  }

  @ParameterizedTest
  @MethodSource("functions")
  void aNewVersionGoesBackWhenItFails(FunctionSpec function) {
    Map<?, ?> preference =
        (Map<?, ?>)
            Objects.requireNonNull(
                properties("AWS::Serverless::Function", function.logicalId())
                    .get("DeploymentPreference"));
    String errors =
        ALARMS.entrySet().stream()
            .filter(alarm -> "Errors".equals(alarm.getValue().get("MetricName")))
            .filter(alarm -> isOf(alarm.getValue(), "FunctionName", function.name()))
            .map(alarm -> "fortnox-connector-" + alarm.getKey())
            .findFirst()
            .orElseThrow();

    assertThat((List<?>) preference.get("Alarms"))
        .isEqualTo(List.of(errors, "fortnox-connector-AccidentsAlarm"));
  }

  /**
   * Each route adds a statement of up to 450 bytes to the policy that lets API Gateway invoke its
   * function, and a function's policy has at most 20 KB (AWS Lambda developer guide, "Quotas").
   */
  @ParameterizedTest
  @MethodSource("functions")
  void aFunctionsRoutesFitIntoItsResourcePolicy(FunctionSpec function) {
    assertThat(function.routes()).hasSizeLessThanOrEqualTo(45);
  }

  /**
   * 500 resources a stack (AWS CloudFormation user guide, "Quotas"), 300 routes an API (API Gateway
   * developer guide, "Quotas"). SAM makes a permission of each route, and of each function also a
   * version, an alias, a role and a deployment group (SAM developer guide, "Generated resources").
   */
  @Test
  void theStackStaysWithinCloudFormationsAndApiGatewaysQuotas() throws IOException {
    long declared;
    try (var lines = Files.lines(StackOptions.defaults().template())) {
      declared = lines.filter(line -> line.startsWith("    Type: AWS::")).count();
    }
    int routes = functions().stream().mapToInt(function -> function.routes().size()).sum();

    assertThat(routes).isLessThan(300);
    assertThat(declared + routes + 4L * functions().size()).isLessThan(500);
  }

  /**
   * API Gateway would take a method that {@code /a/fixed} doesn't know to {@code ANY /a/{id}},
   * whose answer says which methods another path knows.
   */
  @Test
  void noFixedPathLiesBesideOneOfAnyMethod() {
    Set<String> paths =
        functions().stream()
            .flatMap(function -> function.routes().stream())
            .map(route -> route.key().replaceFirst("^[A-Z]+ ", ""))
            .collect(Collectors.toSet());
    List<String> any =
        functions().stream()
            .flatMap(function -> function.routes().stream())
            .map(Route::key)
            .filter(key -> key.startsWith("ANY "))
            .map(key -> key.substring("ANY ".length()))
            .toList();

    assertThat(any)
        .isNotEmpty()
        .allSatisfy(
            path -> {
              String parent = path.substring(0, path.lastIndexOf('/') + 1);
              assertThat(paths)
                  .filteredOn(other -> other.startsWith(parent) && !other.equals(path))
                  .extracting(other -> other.substring(parent.length()))
                  .allMatch(rest -> rest.contains("/") || rest.startsWith("{"));
            });
  }

  @Test
  void everyQueueHasAnAlarmAndEveryAlarmIsTold() {
    assertThat(TEMPLATE.queues())
        .allMatch(
            queue ->
                ALARMS.values().stream().anyMatch(alarm -> isOf(alarm, "QueueName", queue.name())));
    assertThat(ALARMS.values())
        .extracting(alarm -> alarm.get("AlarmActions"))
        .containsOnly(List.of("arn:aws:sns:eu-north-1:000000000000:fortnox-connector-AlarmTopic"));
  }

  @Test
  void logsAreSealedAndDoNotStayForEver() {
    assertThat(TEMPLATE.properties("AWS::Logs::LogGroup"))
        .hasSize(functions().size() + 1)
        .allSatisfy((name, group) -> assertThat(group).containsKeys("RetentionInDays", "KmsKeyId"));
    assertThat(functions())
        .extracting(
            one -> properties("AWS::Serverless::Function", one.logicalId()).get("LoggingConfig"))
        .doesNotHaveDuplicates()
        .doesNotContainNull();
  }

  @Test
  void tablesAreSealedAndCanBeRestoredAndThoseOfVendorsAndConnectionsCanNotBeDeleted() {
    Map<String, Map<String, Object>> tables = TEMPLATE.properties("AWS::DynamoDB::Table");

    assertThat(tables)
        .allSatisfy(
            (name, table) ->
                assertThat(table)
                    .containsEntry(
                        "PointInTimeRecoverySpecification",
                        Map.of("PointInTimeRecoveryEnabled", true))
                    .containsKey("SSESpecification"));
    assertThat(tables.keySet())
        .filteredOn(
            name ->
                Boolean.TRUE.equals(
                    tables.getOrDefault(name, Map.of()).get("DeletionProtectionEnabled")))
        .containsExactlyInAnyOrder("TenantsTable", "ConnectionsTable");
    assertThat(tables.keySet())
        .filteredOn(
            name -> !tables.getOrDefault(name, Map.of()).containsKey("TimeToLiveSpecification"))
        .containsExactlyInAnyOrder("TenantsTable", "ConnectionsTable");
  }

  @Test
  void theDashboardIsReadableAndNamesFunctionsThatExist() throws JsonProcessingException {
    Object body =
        Objects.requireNonNull(
            properties("AWS::CloudWatch::Dashboard", "Dashboard").get("DashboardBody"));
    JsonNode widgets = new ObjectMapper().readTree(body.toString()).path("widgets");

    assertThat(widgets).hasSizeGreaterThan(5);
    assertThat(widgets.findValues("metrics").stream().flatMap(one -> one.valueStream()))
        .filteredOn(metric -> metric.path(0).asText().equals("AWS/Lambda"))
        .extracting(metric -> metric.path(3).asText())
        .containsAll(functions().stream().map(FunctionSpec::name).toList());
  }

  private static Map<String, Object> properties(String type, String logicalId) {
    return Objects.requireNonNull(TEMPLATE.properties(type).get(logicalId), logicalId);
  }

  private static boolean isOf(Map<String, Object> alarm, String dimension, String value) {
    return alarm.get("Dimensions") instanceof List<?> dimensions
        && dimensions.contains(Map.of("Name", dimension, "Value", value));
  }
}
