package io.fortnoxconnector.local.stack.services;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.fortnoxconnector.local.stack.template.SecretSpec;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** Random passwords by the rules of CloudFormation's GenerateSecretString. */
final class PasswordGenerator {

  private static final SecureRandom RANDOM = new SecureRandom();
  private static final ObjectMapper JSON = new ObjectMapper();

  private PasswordGenerator() {}

  /** A new secret's text: as it's given, or made anew. */
  static String text(SecretSpec.Value value) {
    return switch (value) {
      case SecretSpec.Value.Given(String given) -> given;
      case SecretSpec.Value.Generated rules -> generate(rules);
    };
  }

  static String generate(SecretSpec.Value.Generated rules) {
    String password = password(rules);
    return rules.into().map(into -> put(password, into)).orElse(password);
  }

  private static String password(SecretSpec.Value.Generated rules) {
    List<String> kinds = new ArrayList<>();
    add(kinds, rules.lowerCase(), "abcdefghijklmnopqrstuvwxyz", rules.excluded());
    add(kinds, rules.upperCase(), "ABCDEFGHIJKLMNOPQRSTUVWXYZ", rules.excluded());
    add(kinds, rules.numbers(), "0123456789", rules.excluded());
    add(kinds, rules.punctuation(), "!\"#$%&'()*+,-./:;<=>?@[\\]^_`{|}~", rules.excluded());
    add(kinds, rules.space(), " ", rules.excluded());
    List<Character> characters = new ArrayList<>();
    if (rules.eachKind()) {
      kinds.forEach(kind -> characters.add(anyOf(kind)));
    }
    String all = String.join("", kinds);
    while (characters.size() < rules.length()) {
      characters.add(anyOf(all));
    }
    Collections.shuffle(characters, RANDOM);
    StringBuilder password = new StringBuilder();
    characters.forEach(password::append);
    return password.toString();
  }

  private static void add(List<String> kinds, boolean wanted, String kind, String excluded) {
    String left =
        kind.chars()
            .filter(c -> excluded.indexOf(c) < 0)
            .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
            .toString();
    if (wanted && !left.isEmpty()) {
      kinds.add(left);
    }
  }

  private static char anyOf(String characters) {
    return characters.charAt(RANDOM.nextInt(characters.length()));
  }

  private static String put(String password, SecretSpec.Value.Into into) {
    try {
      if (JSON.readTree(into.template()) instanceof ObjectNode object) {
        return object.put(into.key(), password).toString();
      }
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException("SecretStringTemplate is not JSON", e);
    }
    throw new IllegalArgumentException("SecretStringTemplate is not a JSON object");
  }
}
