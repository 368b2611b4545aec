package io.fortnoxconnector.fortnox;

import com.fasterxml.jackson.databind.node.BinaryNode;
import com.fasterxml.jackson.databind.node.TextNode;
import io.fortnoxconnector.fortnox.HttpOutcome.Answer;
import io.fortnoxconnector.fortnox.HttpOutcome.NoAnswer;
import io.fortnoxconnector.fortnox.HttpRequest.Raw;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * {@link FortnoxApi} over HTTP. Keep one for a process: it keeps connections open between calls.
 */
public final class HttpFortnoxApi implements FortnoxApi {

  private final String base;
  private final HttpSender http;
  private final Clock clock;

  /**
   * A client of the real Fortnox or of a sandbox.
   *
   * @param base scheme and authority, {@code https://api.fortnox.se}
   */
  public HttpFortnoxApi(URI base) {
    this(base, new HttpSender(), Clock.systemUTC());
  }

  HttpFortnoxApi(URI base, HttpSender http, Clock clock) {
    this.base = base.toString().replaceAll("/+$", "");
    this.http = http;
    this.clock = clock;
  }

  @Override
  public FortnoxReply send(FortnoxCall call, Secret accessToken, Duration timeout) {
    return switch (http.send(request(call, accessToken), timeout)) {
      case Answer answer -> read(answer, call.answersFile());
      case NoAnswer(var mayHaveArrived, var reason) ->
          new FortnoxReply.NoReply(mayHaveArrived, reason);
    };
  }

  private HttpRequest request(FortnoxCall call, Secret accessToken) {
    var headers = new LinkedHashMap<String, String>();
    headers.put("Authorization", "Bearer " + accessToken.reveal());
    headers.put("Accept", "application/json");
    headers.put("User-Agent", "fortnox-connector");
    if (call.body() != null || call.method() == FortnoxCall.Method.DELETE) {
      // A DELETE has none, but left alone the JDK would call it a form.
      headers.put("Content-Type", "application/json");
    }
    var query = call.query().isEmpty() ? "" : "?" + UrlEncoding.parameters(call.query());
    var uri = URI.create(base + UrlEncoding.path(call.path()) + query);
    if (call.file() != null) {
      var form = UploadForm.of(call.file());
      headers.put("Content-Type", form.contentType());
      return new HttpRequest(call.method().name(), uri, Map.copyOf(headers), form.body(), Raw.BODY);
    }
    return new HttpRequest(
        call.method().name(),
        uri,
        Map.copyOf(headers),
        call.body() == null ? null : Json.write(call.body()),
        call.answersFile() ? Raw.ANSWER : Raw.NOTHING);
  }

  private FortnoxReply read(Answer answer, boolean isFile) {
    return switch (answer.status()) {
      case 401 -> new FortnoxReply.Unauthorized();
      case 429 -> new FortnoxReply.Throttled(retryAfter(answer.retryAfter()));
      default ->
          answer.isRaw() && answer.isSuccess() ? readBytes(answer, isFile) : readDocument(answer);
    };
  }

  private static FortnoxReply readBytes(Answer answer, boolean isFile) {
    var bytes = BinaryNode.valueOf(answer.body().getBytes(StandardCharsets.ISO_8859_1));
    var type = Objects.requireNonNullElse(answer.contentType(), "application/octet-stream");
    return new FortnoxReply.Answered(
        answer.status(),
        isFile ? new FileContent(FileName.in(answer.disposition()), type, bytes).answer() : bytes,
        answer.requestId());
  }

  private static FortnoxReply readDocument(Answer answer) {
    int status = answer.status();
    var document = Json.parse(answer.body());
    if (status >= 400 || document.filter(FortnoxErrors::isError).isPresent()) {
      var error =
          FortnoxErrors.of(status, document.orElseGet(() -> TextNode.valueOf(answer.body())));
      // 408 comes from a gateway that lost patience with its own side.
      return status >= 500 || status == 408 || FortnoxErrors.isTransient(error)
          ? new FortnoxReply.Unavailable(status, reason(error))
          : new FortnoxReply.Refused(error);
    }
    if (answer.isSuccess() && document.isPresent()) {
      return new FortnoxReply.Answered(status, document.get(), answer.requestId());
    }
    // After a 2xx the write has most likely been done, although nothing tells what became of it.
    return new FortnoxReply.Unavailable(
        status, answer.isSuccess() ? "the answer isn't JSON" : "an answer Fortnox doesn't give");
  }

  private static String reason(FortnoxError error) {
    return error.message().isEmpty() ? error.english() : error.message();
  }

  /** Seconds or a date, RFC 9110 10.2.3; Fortnox documents neither. */
  private @Nullable Duration retryAfter(@Nullable String header) {
    if (header == null) {
      return null;
    }
    if (header.strip().matches("\\d{1,9}")) {
      return Duration.ofSeconds(Long.parseLong(header.strip()));
    }
    try {
      var date = ZonedDateTime.parse(header.strip(), DateTimeFormatter.RFC_1123_DATE_TIME);
      var wait = Duration.between(clock.instant(), date.toInstant());
      return wait.isNegative() ? Duration.ZERO : wait;
    } catch (DateTimeException neither) {
      return null;
    }
  }
}
