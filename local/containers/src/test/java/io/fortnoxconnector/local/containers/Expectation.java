package io.fortnoxconnector.local.containers;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Arrays;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * What an answer must have: each member that the expectation names, and as many elements in a list.
 * In texts, {@code *} stands for anything. An answer's body, JSON in a text, is compared as JSON.
 * {@code null} is nothing at all, too.
 */
record Expectation(JsonNode wanted) {

  void check(JsonNode answer) {
    check("", wanted, answer);
  }

  private static void check(String where, JsonNode wanted, JsonNode found) {
    if (wanted.isObject()) {
      JsonNode object = found.isTextual() ? Json.read(found.asText()) : found;
      assertThat(object.isObject()).as("%s is %s", where, found).isTrue();
      wanted
          .properties()
          .forEach(
              member -> {
                String place = where + "/" + member.getKey();
                assertThat(object.has(member.getKey())).as("%s in %s", place, object).isTrue();
                check(place, member.getValue(), object.get(member.getKey()));
              });
    } else if (wanted.isArray()) {
      assertThat(found.isArray()).as("%s is %s", where, found).isTrue();
      assertThat(found).as(where).hasSameSizeAs(wanted);
      for (int i = 0; i < wanted.size(); i++) {
        check(where + "/" + i, wanted.get(i), found.get(i));
      }
    } else if (wanted.isTextual()) {
      assertThat(found.asText()).as(where).matches(pattern(wanted.asText()));
    } else if (wanted.isNull()) {
      assertThat(found.isNull() || found.isMissingNode()).as("%s is %s", where, found).isTrue();
    } else {
      assertThat(found).as(where).isEqualTo(wanted);
    }
  }

  private static Pattern pattern(String text) {
    return Pattern.compile(
        Arrays.stream(text.split("\\*", -1)).map(Pattern::quote).collect(Collectors.joining(".*")),
        Pattern.DOTALL);
  }
}
