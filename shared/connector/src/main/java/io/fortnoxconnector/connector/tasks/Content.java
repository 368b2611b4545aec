package io.fortnoxconnector.connector.tasks;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.BinaryNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.fortnoxconnector.translation.Files;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Optional;

/**
 * What a task notes of a file's bytes in their stead.
 *
 * @param sha256 in hexadecimal digits
 */
record Content(String sha256, int size) {

  private static final String SHA256 = "Sha256";
  private static final String SIZE = "Size";

  static Content of(byte[] bytes) {
    return new Content(HexFormat.of().formatHex(digest(bytes)), bytes.length);
  }

  /** What the task's entity notes; empty where the task uploads nothing. */
  static Optional<Content> of(Task task) {
    return task.resource().equals(Files.FILES.name()) ? in(task.entity()) : Optional.empty();
  }

  /** What a file to be uploaded notes. */
  static Optional<Content> in(ObjectNode file) {
    JsonNode noted = file.path(Files.CONTENT);
    return noted.isObject()
        ? Optional.of(new Content(noted.path(SHA256).asText(), noted.path(SIZE).asInt()))
        : Optional.empty();
  }

  /** Takes the bytes out of an entity and notes them in their place. */
  static Optional<BinaryNode> takenFrom(ObjectNode entity) {
    Optional<BinaryNode> bytes = Files.content(entity);
    bytes.ifPresent(
        taken -> {
          Content content = of(taken.binaryValue());
          entity.putObject(Files.CONTENT).put(SHA256, content.sha256()).put(SIZE, content.size());
        });
    return bytes;
  }

  /** Two requests of one idempotency key don't get at each other's bytes. */
  String key(Task task) {
    return key(task.id());
  }

  String key(String taskId) {
    return taskId + "/" + sha256;
  }

  boolean isOf(byte[] bytes) {
    return equals(of(bytes));
  }

  private static byte[] digest(byte[] bytes) {
    try {
      return MessageDigest.getInstance("SHA-256").digest(bytes);
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException(impossible);
    }
  }
}
