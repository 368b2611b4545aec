package io.fortnoxconnector.fortnox;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One call to Fortnox as data: it can be stored, and sent later by somebody else.
 *
 * @param path decoded path from the root, for example {@code /3/customers/42}; the client encodes
 *     it. An id that may hold a slash goes through {@link #segment}
 * @param query decoded parameters in the order in which they are sent
 * @param body the JSON document with its wrapper key; actions and GET have none
 * @param file what is uploaded instead of a document
 * @param answersFile whether the answer is a file, whatever its media type: then {@link
 *     FileContent#in} reads it
 */
public record FortnoxCall(
    Method method,
    String path,
    Map<String, String> query,
    @Nullable JsonNode body,
    @Nullable FileContent file,
    boolean answersFile) {

  /** A call with a document or without, which is answered by one. */
  public FortnoxCall(
      Method method, String path, Map<String, String> query, @Nullable JsonNode body) {
    this(method, path, query, body, null, false);
  }

  /** Fortnox knows no others; {@code fortnox.se/developer}, "Responses". */
  public enum Method {
    GET,
    POST,
    PUT,
    DELETE
  }

  public static FortnoxCall get(String path, Map<String, String> query) {
    return new FortnoxCall(Method.GET, path, query, null);
  }

  public static FortnoxCall get(String path) {
    return get(path, Map.of());
  }

  /** Asks for a file. */
  public static FortnoxCall download(String path, Map<String, String> query) {
    return new FortnoxCall(Method.GET, path, query, null, null, true);
  }

  /** A file as a form of one part, {@code file}. */
  public static FortnoxCall upload(String path, Map<String, String> query, FileContent file) {
    return new FortnoxCall(Method.POST, path, query, null, file, false);
  }

  public static FortnoxCall post(String path, JsonNode body) {
    return new FortnoxCall(Method.POST, path, Map.of(), body);
  }

  public static FortnoxCall put(String path, JsonNode body) {
    return new FortnoxCall(Method.PUT, path, Map.of(), body);
  }

  public static FortnoxCall delete(String path) {
    return new FortnoxCall(Method.DELETE, path, Map.of(), null);
  }

  /**
   * An id as one segment of a path: Fortnox allows {@code /} in its numbers, so {@code A/1} becomes
   * {@code A%2F1}.
   */
  public static String segment(String id) {
    return id.replace("%", "%25").replace("/", "%2F");
  }
}
