package io.fortnoxconnector.local.stack.permissions;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import io.fortnoxconnector.api.Priming;
import io.fortnoxconnector.aws.Environment;
import io.fortnoxconnector.aws.Environment.Name;
import io.fortnoxconnector.local.stack.StackOptions;
import io.fortnoxconnector.local.stack.template.FunctionSpec;
import io.fortnoxconnector.local.stack.template.Place;
import io.fortnoxconnector.local.stack.template.Template;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The compiled functions and template.yaml, held against each other. */
class PermissionsTest {

  private static final Template TEMPLATE =
      Template.read(StackOptions.defaults().template(), Place.LOCAL);

  private static final List<FunctionSpec> FUNCTIONS = TEMPLATE.functions(StackNames::queueUrl);

  private static final JavaClasses CLASSES =
      new ClassFileImporter()
          .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
          .importPackages("io.fortnoxconnector");

  private static final StackNames NAMES =
      new StackNames(TEMPLATE, value(Name.CLIENT_SECRETS_PREFIX), value(Name.TOKEN_ESCROW_PREFIX));

  /** By function: to walk through one's code takes seconds. */
  private static final Map<String, Reach> REACHES = new ConcurrentHashMap<>();

  private static String value(Name variable) {
    return FUNCTIONS.stream()
        .flatMap(function -> Stream.ofNullable(function.environment().get(variable.name())))
        .findFirst()
        .orElseThrow();
  }

  static List<FunctionSpec> functions() {
    return FUNCTIONS;
  }

  @ParameterizedTest
  @MethodSource("functions")
  void aRoleAllowsWhatItsFunctionDoesAndNothingElse(FunctionSpec function) {
    assertThat(Policy.of(TEMPLATE, function.logicalId()).rights())
        .containsExactlyElementsOf(new Needs(NAMES).of(function, reach(function)));
  }

  @ParameterizedTest
  @MethodSource("functions")
  void aFunctionIsGivenTheVariablesThatItReadsAndNoOthers(FunctionSpec function) {
    Map<String, String> environment = function.environment();

    assertThat(environment.keySet().stream().filter(name -> !isForTheJvm(name)))
        .allSatisfy(
            name -> {
              Map<String, String> without = new HashMap<>(environment);
              without.remove(name);
              assertThat(catchThrowable(() -> Needs.handler(function, without)))
                  .as(function.logicalId() + " without " + name)
                  .hasRootCauseMessage("The environment variable " + name + " is not set");
            });
  }

  @ParameterizedTest
  @MethodSource("functions")
  void theVariablesAreReadWhileAFunctionStartsAndNeverLater(FunctionSpec function) {
    assertThat(reach(function).steps())
        .noneMatch(step -> step.code().getOwner().isEquivalentTo(Environment.class));
  }

  @ParameterizedTest
  @MethodSource("functions")
  void everyFunctionRehearsesBeforeItsSnapshot(FunctionSpec function) {
    assertThat(new HandlerObjects(Needs.handler(function, function.environment())).all())
        .anyMatch(Priming.class::isInstance);
  }

  private static Reach reach(FunctionSpec function) {
    return REACHES.computeIfAbsent(function.logicalId(), _ -> Needs.reach(function, CLASSES));
  }

  private static boolean isForTheJvm(String name) {
    return name.equals("JAVA_TOOL_OPTIONS");
  }
}
