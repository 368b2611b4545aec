package io.fortnoxconnector.local.stack.demo;

import com.fasterxml.jackson.databind.JsonNode;
import io.fortnoxconnector.local.stack.client.Api;
import java.io.PrintStream;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** Tells what happens, for somebody who reads along. */
public final class Teller {

  private final PrintStream out;
  private int step;

  public Teller(PrintStream out) {
    this.out = out;
  }

  void step(String title) {
    step++;
    out.printf("%n%2d. %s%n", step, title);
  }

  void say(String line) {
    out.println("    " + line);
  }

  void call(String method, String path, Api.Answer answer) {
    String readable = URLDecoder.decode(path, StandardCharsets.UTF_8);
    out.printf("    %-6s %s  ->  %d%n", method, readable, answer.status());
  }

  /** Some members of an object; what isn't named is left out. */
  void show(JsonNode object, String... members) {
    List<String> parts = new ArrayList<>();
    for (String member : members) {
      JsonNode value = object.at(member);
      if (!value.isMissingNode() && !value.isNull()) {
        parts.add(member.substring(1) + " " + value);
      }
    }
    say("       " + String.join(", ", parts));
  }

  static String masked(String key) {
    return key.substring(0, Math.min(12, key.length())) + "…";
  }
}
