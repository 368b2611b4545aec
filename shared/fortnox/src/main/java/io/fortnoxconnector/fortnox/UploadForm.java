package io.fortnoxconnector.fortnox;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * A file as {@code multipart/form-data} (RFC 7578) of one part, which Fortnox wants to be called
 * {@code file}. Each character of the body stands for one byte.
 */
record UploadForm(String contentType, String body) {

  static UploadForm of(FileContent file) {
    byte[] bytes = file.bytes().binaryValue();
    // The digest of the content doesn't stand in the content.
    String boundary = HexFormat.of().formatHex(digest(bytes));
    String head =
        "--%s\r\nContent-Disposition: form-data; name=\"file\"; filename=\"%s\"\r\nContent-Type: %s\r\n\r\n"
            .formatted(boundary, quoted(file.name()), file.contentType());
    String body =
        new String(head.getBytes(StandardCharsets.UTF_8), StandardCharsets.ISO_8859_1)
            + new String(bytes, StandardCharsets.ISO_8859_1)
            + "\r\n--"
            + boundary
            + "--\r\n";
    return new UploadForm("multipart/form-data; boundary=" + boundary, body);
  }

  /** As browsers escape names (WHATWG HTML, "Multipart form data"). */
  private static String quoted(String name) {
    return name.replace("\"", "%22").replace("\r", "%0D").replace("\n", "%0A");
  }

  private static byte[] digest(byte[] bytes) {
    try {
      return MessageDigest.getInstance("SHA-256").digest(bytes);
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException(impossible);
    }
  }
}
