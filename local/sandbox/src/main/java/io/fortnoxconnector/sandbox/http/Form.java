package io.fortnoxconnector.sandbox.http;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The part {@code file} of a form.
 *
 * @param bytes each character stands for one byte
 */
public record Form(String fileName, String contentType, String bytes) {

  private static final Pattern BOUNDARY = Pattern.compile("boundary=\"?([^\";]+)\"?");
  private static final Pattern NAME = Pattern.compile("[; ]name=\"file\"");
  private static final Pattern FILE_NAME = Pattern.compile("filename=\"([^\"]*)\"");
  private static final Pattern TYPE = Pattern.compile("(?i)content-type: *([^\r]*)");
  private static final String END = "\r\n";

  /** Empty where the call has no such part. */
  public static Optional<Form> of(Call call) {
    var boundary = BOUNDARY.matcher(call.header("Content-Type").orElse(""));
    if (!boundary.find()) {
      return Optional.empty();
    }
    for (var part : (END + call.bytes()).split(Pattern.quote(END + "--" + boundary.group(1)), -1)) {
      var head = part.indexOf(END + END);
      if (head >= 0 && NAME.matcher(part.substring(0, head)).find()) {
        return named(part.substring(0, head), part.substring(head + END.length() * 2));
      }
    }
    return Optional.empty();
  }

  private static Optional<Form> named(String head, String bytes) {
    var name = FILE_NAME.matcher(head);
    var type = TYPE.matcher(head);
    return name.find()
        ? Optional.of(
            new Form(
                utf8(name.group(1)).replace("%22", "\""),
                type.find() ? type.group(1).strip() : "application/octet-stream",
                bytes))
        : Optional.empty();
  }

  private static String utf8(String bytes) {
    return new String(bytes.getBytes(StandardCharsets.ISO_8859_1), StandardCharsets.UTF_8);
  }
}
