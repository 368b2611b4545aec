package io.fortnoxconnector.local.stack.system;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** A request of a table of requests, with the answer that it should get. */
record Request(
    String name,
    Caller caller,
    String method,
    String path,
    byte[] body,
    List<String> headers,
    int status,
    String code,
    String pointer) {

  /** A request without a body; the answer's problem is about this parameter, header or nothing. */
  static Request of(Caller caller, String method, String path) {
    return new Request(
        method + " " + path, caller, method, path, new byte[0], List.of(), 0, "", "");
  }

  Request named(String more) {
    return new Request(
        name + ": " + shortened(more), caller, method, path, body, headers, status, code, pointer);
  }

  Request json(String text) {
    return json(text, StandardCharsets.UTF_8);
  }

  Request json(String text, Charset charset) {
    return body(text.getBytes(charset)).header("Content-Type", "application/json");
  }

  Request body(byte[] bytes) {
    return new Request(name, caller, method, path, bytes, headers, status, code, pointer);
  }

  Request header(String header, String value) {
    var more = new ArrayList<>(headers);
    more.addAll(List.of(header, value));
    return new Request(name, caller, method, path, body, List.copyOf(more), status, code, pointer);
  }

  Request gets(int wanted, String problem) {
    return gets(wanted, problem, "");
  }

  /**
   * @param field JSON pointer, or a parameter's or header's name; empty where it's about none
   */
  Request gets(int wanted, String problem, String field) {
    return new Request(name, caller, method, path, body, headers, wanted, problem, field);
  }

  Answer send() {
    return caller.send(method, path, body, headers.toArray(String[]::new));
  }

  private static String shortened(String text) {
    String line = text.replaceAll("[^\\x20-\\x7e]", "?");
    return line.length() <= 70 ? line : line.substring(0, 70) + "...";
  }
}
