package io.fortnoxconnector.local.stack.architecture;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;

import com.amazonaws.services.lambda.runtime.RequestHandler;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import com.tngtech.archunit.ArchConfiguration;
import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaPackage;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import io.fortnoxconnector.aws.Environment;
import io.fortnoxconnector.connector.Key;
import io.fortnoxconnector.connector.Randomness;
import io.fortnoxconnector.connector.Timing;
import io.fortnoxconnector.local.stack.StackOptions;
import io.fortnoxconnector.local.stack.template.FunctionSpec;
import io.fortnoxconnector.local.stack.template.Place;
import io.fortnoxconnector.local.stack.template.Template;
import java.io.IOException;
import java.lang.reflect.Constructor;
import java.lang.reflect.Modifier;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;

/**
 * {@code functions -> api, aws -> connector -> translation, fortnox}: the arrows point one way.
 * Each layer is given the list of what it may know; what isn't on it is forbidden.
 */
class ArchitectureTest {

  private static final String ROOT = "io.fortnoxconnector.";

  private static final JavaClasses CLASSES = ours();

  private static final Path TEMPLATE = StackOptions.defaults().template();

  private static final List<FunctionSpec> FUNCTIONS =
      Template.read(TEMPLATE, Place.LOCAL).functions(name -> name);

  private static final String[] JAVA = {
    "java..", "javax.net.ssl..", "com.fasterxml.jackson..", "org.jspecify.annotations.."
  };

  /** Production code: everything but what runs locally. */
  private static final DescribedPredicate<JavaClass> PRODUCTION =
      resideInAnyPackage("io.fortnoxconnector..")
          .and(DescribedPredicate.not(resideInAnyPackage(ROOT + "local..", ROOT + "sandbox..")))
          .as("production code");

  @Test
  void translationAndFortnoxKnowNeitherEachOtherNorWhoCallsThem() {
    knowsOnly("translation", "translation");
    knowsOnly("fortnox", "fortnox");
  }

  @Test
  void theConnectorKnowsNeitherAwsNorLambdaNorHttpServers() {
    classes()
        .that(resideInAnyPackage(ROOT + "connector.."))
        .should()
        .onlyDependOnClassesThat(
            inOurs("connector", "translation", "fortnox")
                .or(resideInAnyPackage(JAVA))
                .or(resideInAnyPackage("javax.crypto..")))
        .check(CLASSES);
  }

  @Test
  void theEdgeKnowsLambdasInterfaceAndNothingOfAwsBeyond() {
    classes()
        .that(resideInAnyPackage(ROOT + "api.."))
        .should()
        .onlyDependOnClassesThat(
            inOurs("api", "connector", "translation", "fortnox")
                .or(resideInAnyPackage(JAVA))
                .or(resideInAnyPackage("com.amazonaws.services.lambda.runtime..", "org.crac..")))
        .check(CLASSES);
  }

  @Test
  void thePortsOnAwsKnowTheSdkAndNothingOfTheEdge() {
    classes()
        .that(resideInAnyPackage(ROOT + "aws.."))
        .should()
        .onlyDependOnClassesThat(
            inOurs("aws", "connector", "translation", "fortnox")
                .or(resideInAnyPackage(JAVA))
                .or(resideInAnyPackage("javax.crypto..", "software.amazon.awssdk..", "org.crac..")))
        .check(CLASSES);
  }

  @Test
  void functionsKnowTheSharedLibrariesButNeitherEachOtherNorTheSdk() {
    for (FunctionSpec function : FUNCTIONS) {
      String itself = packageOf(function);
      classes()
          .that(resideInAnyPackage(itself + ".."))
          .should()
          .onlyDependOnClassesThat(
              inOurs("api", "aws", "connector", "translation", "fortnox")
                  .or(resideInAnyPackage(itself + ".."))
                  .or(resideInAnyPackage(JAVA))
                  .or(resideInAnyPackage("com.amazonaws.services.lambda.runtime..")))
          .check(CLASSES);
    }
  }

  @Test
  void theSandboxKnowsNothingOfTheConnector() {
    classes()
        .that(resideInAnyPackage(ROOT + "sandbox.."))
        .should()
        .onlyDependOnClassesThat(
            inOurs("sandbox")
                .or(resideInAnyPackage(JAVA))
                .or(resideInAnyPackage("javax.crypto..", "com.sun.net.httpserver..")))
        .check(CLASSES);
  }

  @Test
  void everyPackageOfProductionCodeBelongsToALayer() {
    Set<String> layers =
        Stream.concat(
                Stream.of("translation", "fortnox", "connector", "api", "aws")
                    .map(layer -> ROOT + layer),
                FUNCTIONS.stream().map(ArchitectureTest::packageOf))
            .collect(toSet());

    assertThat(CLASSES.stream().filter(PRODUCTION).map(JavaClass::getPackageName).distinct())
        .allMatch(
            name ->
                layers.stream()
                    .anyMatch(layer -> name.equals(layer) || name.startsWith(layer + ".")));
  }

  @Test
  void theEnvironmentIsReadInOnePlace() {
    noClasses()
        .that()
        .doNotHaveFullyQualifiedName(Environment.class.getName())
        .should()
        .callMethod(System.class, "getenv")
        .orShould()
        .callMethod(System.class, "getenv", String.class)
        .check(CLASSES);
  }

  @Test
  void productionCodeWritesToNoConsole() {
    noClasses()
        .that(PRODUCTION)
        .should()
        .accessField(System.class, "out")
        .orShould()
        .accessField(System.class, "err")
        .orShould()
        .callMethod(Throwable.class, "printStackTrace")
        .check(CLASSES);
  }

  @Test
  void productionCodeWaitsAndReadsTheTimeThroughTiming() {
    noClasses()
        .that(PRODUCTION)
        .and(
            DescribedPredicate.not(
                DescribedPredicate.<JavaClass>describe(
                    "the real timing", type -> type.getName().startsWith(Timing.class.getName()))))
        .should()
        .callMethod(Thread.class, "sleep", java.time.Duration.class)
        .orShould()
        .callMethod(Thread.class, "sleep", long.class)
        .orShould()
        .callMethod(Instant.class, "now")
        .orShould()
        .callMethod(LocalDate.class, "now")
        .orShould()
        .callMethod(LocalDateTime.class, "now")
        .orShould()
        .callMethod(System.class, "currentTimeMillis")
        .check(CLASSES);
  }

  /** All copies of a snapshot would have the same. */
  @Test
  void nothingUniqueIsMadeWhileAFunctionStarts() {
    Set<String> drawing = Set.of("bytes", "id", "secret", "randomUUID", "nextBytes", "mint");
    assertThat(
            CLASSES.stream()
                .filter(PRODUCTION)
                .flatMap(type -> type.getCodeUnits().stream())
                .filter(
                    code -> code.getName().equals("<init>") || code.getName().equals("<clinit>"))
                .flatMap(code -> code.getMethodCallsFromSelf().stream())
                .filter(call -> !call.isDeclaredInLambda())
                .filter(call -> drawing.contains(call.getName()))
                .filter(
                    call ->
                        Stream.of(
                                Randomness.class,
                                Random.class,
                                SecureRandom.class,
                                UUID.class,
                                Key.class)
                            .anyMatch(call.getTargetOwner()::isAssignableTo))
                .map(call -> call.getDescription()))
        .isEmpty();
  }

  @Test
  void everyHandlerOfTheTemplateIsACompositionRoot() throws ClassNotFoundException {
    for (FunctionSpec function : FUNCTIONS) {
      Class<?> handler = Class.forName(handlerOf(function));
      assertThat(Modifier.isFinal(handler.getModifiers())).as(handler + " is final").isTrue();
      assertThat(
              Arrays.stream(handler.getDeclaredConstructors())
                  .filter(constructor -> Modifier.isPublic(constructor.getModifiers()))
                  .map(Constructor::getParameterTypes)
                  .map(List::of))
          .as(handler + "'s public constructors")
          .containsExactlyInAnyOrder(List.of(), List.of(Environment.class));
    }
  }

  @Test
  void everyHandlerIsAFunctionOfTheTemplate() {
    assertThat(
            CLASSES.stream()
                .filter(PRODUCTION)
                .filter(
                    type ->
                        type.isAssignableTo(RequestStreamHandler.class)
                            || type.isAssignableTo(RequestHandler.class))
                .filter(type -> !Modifier.isAbstract(type.reflect().getModifiers()))
                .map(JavaClass::getName))
        .containsExactlyInAnyOrderElementsOf(
            FUNCTIONS.stream().map(ArchitectureTest::handlerOf).toList());
  }

  @Test
  void everyFolderOfFunctionsIsAFunctionOfTheTemplate() throws IOException {
    Set<String> packaged =
        Pattern.compile("CodeUri: functions/([a-z-]+)/target/\\1\\.zip")
            .matcher(Files.readString(TEMPLATE))
            .results()
            .map(found -> found.group(1))
            .collect(toSet());

    assertThat(packaged).hasSize(FUNCTIONS.size());
    try (Stream<Path> folders = Files.list(TEMPLATE.resolveSibling("functions"))) {
      assertThat(
              folders
                  .filter(folder -> Files.exists(folder.resolve("pom.xml")))
                  .map(folder -> folder.getFileName().toString()))
          .containsExactlyInAnyOrderElementsOf(packaged);
    }
  }

  @Test
  void everyPackageIsNullMarked() {
    assertThat(
            CLASSES.getPackage("io.fortnoxconnector").getSubpackagesInTree().stream()
                .filter(ours -> !ours.getClasses().isEmpty())
                .filter(ours -> !isNullMarked(ours))
                .map(JavaPackage::getName))
        .isEmpty();
  }

  private static JavaClasses ours() {
    // Of other libraries' classes the names are enough, and reading them takes ten seconds.
    ArchConfiguration.get().setResolveMissingDependenciesFromClassPath(false);
    return new ClassFileImporter()
        .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
        // The contracts and twins of another module: tests in a jar.
        .withImportOption(location -> !location.contains("-tests.jar"))
        .importPackages("io.fortnoxconnector");
  }

  private static boolean isNullMarked(JavaPackage ours) {
    return ours.tryGetPackageInfo()
        .filter(info -> info.isAnnotatedWith(NullMarked.class))
        .isPresent();
  }

  private static void knowsOnly(String layer, String... ours) {
    classes()
        .that(resideInAnyPackage(ROOT + layer + ".."))
        .should()
        .onlyDependOnClassesThat(inOurs(ours).or(resideInAnyPackage(JAVA)))
        .check(CLASSES);
  }

  private static DescribedPredicate<JavaClass> inOurs(String... layers) {
    return resideInAnyPackage(
        Arrays.stream(layers).map(layer -> ROOT + layer + "..").toArray(String[]::new));
  }

  private static String packageOf(FunctionSpec function) {
    String handler = handlerOf(function);
    return handler.substring(0, handler.lastIndexOf('.'));
  }

  private static String handlerOf(FunctionSpec function) {
    return function.handler().split("::", 2)[0];
  }
}
