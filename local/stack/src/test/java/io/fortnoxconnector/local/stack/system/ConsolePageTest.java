package io.fortnoxconnector.local.stack.system;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The console as it's served; what it decides is tested in local/openapi, with mvn -Papi. */
@ExtendWith(SystemExtension.class)
class ConsolePageTest {

  private static final String PAGE = "/console";
  private static final String SCRIPT = "/console/console.js";
  private static final String STYLE = "/console/console.css";

  private final Caller anybody;

  ConsolePageTest(LocalSystem system) {
    this.anybody = system.anybody();
  }

  @Test
  void thePageMayUseItsOwnOriginAndNothingElse() {
    Answer page = anybody.get(PAGE);

    assertThat(page.status()).isEqualTo(200);
    assertThat(page.header("content-type")).isEqualTo("text/html; charset=utf-8");
    assertThat(page.header("content-security-policy").split("; "))
        .containsExactlyInAnyOrder(
            "default-src 'none'",
            "script-src 'self'",
            "style-src 'self'",
            "connect-src 'self'",
            "img-src 'self' data:",
            "base-uri 'none'",
            "form-action 'none'",
            "frame-ancestors 'none'");
  }

  @Test
  void itsFilesAreWhatTheySayAndNoBrowserKeepsThem() {
    assertThat(anybody.get(SCRIPT).header("content-type"))
        .isEqualTo("text/javascript; charset=utf-8");
    assertThat(anybody.get(STYLE).header("content-type")).isEqualTo("text/css; charset=utf-8");
    for (String path : List.of(PAGE, SCRIPT, STYLE)) {
      Answer answer = anybody.get(path);
      assertThat(answer.status()).as(path).isEqualTo(200);
      assertThat(answer.header("cache-control")).as(path).isEqualTo("no-store");
      assertThat(answer.header("x-content-type-options")).as(path).isEqualTo("nosniff");
      assertThat(answer.header("referrer-policy")).as(path).isEqualTo("no-referrer");
    }
  }

  @Test
  void thePageHasNoScriptOrStyleInIt() {
    String page = anybody.get(PAGE).text();

    assertThat(page).doesNotContain("<style", " style=", "javascript:");
    assertThat(found(page, "<script([^>]*)>")).hasSize(1).allMatch(tag -> tag.contains(" src="));
    assertThat(found(page, "\\s(on[a-z]+=)")).isEmpty();
  }

  @Test
  void everythingThatThePageNamesIsServed() {
    List<String> named =
        found(anybody.get(PAGE).text(), "(?:src|href)=\"([^\"]+)\"").stream()
            .filter(name -> !name.startsWith("#") && !name.equals("data:,"))
            .toList();

    assertThat(named).hasSize(2);
    assertThat(named)
        .allSatisfy(
            name ->
                assertThat(anybody.get(URI.create(PAGE).resolve(name).toString()).status())
                    .as(name)
                    .isEqualTo(200));
  }

  @Test
  void noFileNamesAnotherHost() {
    for (String path : List.of(PAGE, SCRIPT, STYLE)) {
      assertThat(found(anybody.get(path).text(), "(https?://[^'\"]+)"))
          .as(path)
          .allMatch(address -> address.equals("http://www.w3.org/2000/svg"));
    }
  }

  @Test
  void whatTheApiSaysIsNeverReadAsHtmlAndKeysAreNeverStored() {
    assertThat(anybody.get(SCRIPT).text())
        .doesNotContainPattern("(inner|outer|Adjacent|parse)HTML|document\\.write|\\beval\\b")
        .doesNotContainPattern("(local|session)Storage|indexedDB|document\\.cookie|pushState");
  }

  @Test
  void everyCallOfTheScriptIsAnOperationOfTheApi() {
    String script = anybody.get(SCRIPT).text();
    JsonNode paths = anybody.get("/openapi.json").json().path("paths");

    List<String> calls = found(script, "'((?:GET|POST|PUT|PATCH|DELETE) /[^']*)'");

    assertThat(found(script, "(\\bfetch\\()")).as("one place that calls").hasSize(1);
    assertThat(calls)
        .hasSize(21)
        .allSatisfy(
            call -> {
              String[] parts = call.split(" ", 2);
              assertThat(paths.path(parts[1]).has(parts[0].toLowerCase(Locale.ROOT)))
                  .as(call)
                  .isTrue();
            });
  }

  @Test
  void theFiltersOffersAreThoseOfTheApi() {
    String script = anybody.get(SCRIPT).text();
    JsonNode parameters =
        anybody.get("/openapi.json").json().at("/paths/~1accounting~1asyncTask/get/parameters");

    assertThat(list(script, "STATES")).isEqualTo(values(parameters, "state"));
    assertThat(list(script, "OPERATIONS")).isEqualTo(values(parameters, "operation"));
  }

  @Test
  void whatCanBeImportedAndHowIsWhatTheApiTakes() {
    String script = anybody.get(SCRIPT).text();
    JsonNode paths = anybody.get("/openapi.json").json().path("paths");

    var matchable = new LinkedHashSet<String>();
    assertThat(list(script, "IMPORTED"))
        .containsExactlyInAnyOrderElementsOf(found(paths.toString(), "\"/accounting/(\\w+)/bulk\""))
        .allSatisfy(
            resource -> {
              JsonNode parameters =
                  paths.path("/accounting/" + resource + "/bulk").at("/post/parameters");
              assertThat(list(script, "ON_ERROR")).isEqualTo(values(parameters, "onError"));
              matchable.addAll(values(parameters, "matchBy"));
            });
    // Not each resource has all: the API says which it hasn't.
    assertThat(list(script, "MATCH_BY")).containsExactlyInAnyOrderElementsOf(matchable);
  }

  private static List<String> list(String script, String name) {
    String body = found(script, "const " + name + " = \\[([^\\]]*)]").getFirst();
    return found(body, "'(\\w+)'");
  }

  private static List<String> values(JsonNode parameters, String name) {
    return parameters
        .valueStream()
        .filter(parameter -> parameter.path("name").asText().equals(name))
        .flatMap(parameter -> parameter.at("/schema/enum").valueStream())
        .map(JsonNode::asText)
        .toList();
  }

  private static List<String> found(String text, String pattern) {
    return Pattern.compile(pattern)
        .matcher(text)
        .results()
        .map((MatchResult match) -> match.group(1))
        .toList();
  }
}
