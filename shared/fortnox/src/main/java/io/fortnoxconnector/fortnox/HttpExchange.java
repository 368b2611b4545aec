package io.fortnoxconnector.fortnox;

import io.fortnoxconnector.fortnox.HttpOutcome.Answer;
import io.fortnoxconnector.fortnox.HttpOutcome.NoAnswer;
import io.fortnoxconnector.fortnox.HttpRequest.Raw;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.HttpRetryException;
import java.net.HttpURLConnection;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicReference;
import javax.net.ssl.HttpsURLConnection;

/** One request and its answer on {@link HttpURLConnection}, kept from sending anything twice. */
final class HttpExchange implements Callable<HttpOutcome> {

  /** Bytes; many times what a page of 500, the largest that Fortnox gives, can need. */
  private static final int BODY_LIMIT = 10 * 1024 * 1024;

  private static final Duration CONNECT_LIMIT = Duration.ofSeconds(5);

  private enum Stage {
    CONNECTING,
    SENDING,
    ABANDONED
  }

  private final HttpRequest request;
  private final Duration timeout;
  private final FirstConnectionOnly tls;
  private final AtomicReference<Stage> stage = new AtomicReference<>(Stage.CONNECTING);

  HttpExchange(HttpRequest request, Duration timeout, FirstConnectionOnly tls) {
    this.request = request;
    this.timeout = timeout;
    this.tls = tls;
  }

  /** Gives up. True if nothing was sent, in which case nothing will be. */
  boolean abandon() {
    return stage.getAndSet(Stage.ABANDONED) == Stage.CONNECTING;
  }

  @Override
  public HttpOutcome call() {
    HttpURLConnection connection;
    try {
      connection = open();
      connection.connect();
    } catch (IOException unreachable) {
      return new NoAnswer(false, reason(unreachable));
    }
    if (!stage.compareAndSet(Stage.CONNECTING, Stage.SENDING)) {
      connection.disconnect();
      return new NoAnswer(false, "given up before it was sent");
    }
    tls.refuseFurtherConnectionsOfThisThread();
    try {
      return exchange(connection);
    } catch (HttpRetryException unauthorized) {
      return new Answer(unauthorized.responseCode(), "", false, null, null, null, null);
    } catch (IOException broken) {
      connection.disconnect();
      return new NoAnswer(true, reason(broken));
    }
  }

  private HttpURLConnection open() throws IOException {
    var connection = (HttpURLConnection) request.uri().toURL().openConnection();
    if (connection instanceof HttpsURLConnection secure) {
      secure.setSSLSocketFactory(tls);
    }
    connection.setRequestMethod(request.method());
    connection.setInstanceFollowRedirects(false);
    connection.setConnectTimeout(milliseconds(CONNECT_LIMIT));
    connection.setReadTimeout(milliseconds(timeout));
    request.headers().forEach(connection::setRequestProperty);
    if (!request.method().equals("GET")) {
      // When a connection breaks, the JDK repeats any request but one whose body it hasn't kept.
      connection.setDoOutput(true);
      connection.setFixedLengthStreamingMode(body().length);
    }
    return connection;
  }

  private Answer exchange(HttpURLConnection connection) throws IOException {
    if (!request.method().equals("GET")) {
      try (var out = connection.getOutputStream()) {
        out.write(body());
      }
    }
    int status = connection.getResponseCode();
    if (status < 0) {
      throw new IOException("the answer isn't HTTP");
    }
    boolean isRaw =
        Objects.requireNonNullElse(connection.getContentType(), "").startsWith("application/pdf")
            || (request.raw() == Raw.ANSWER && status < 300);
    try (var in = status < 400 ? connection.getInputStream() : connection.getErrorStream()) {
      return new Answer(
          status,
          in == null ? "" : read(in, isRaw ? StandardCharsets.ISO_8859_1 : StandardCharsets.UTF_8),
          isRaw,
          connection.getContentType(),
          connection.getHeaderField("Content-Disposition"),
          connection.getHeaderField("X-Uid"),
          connection.getHeaderField("Retry-After"));
    }
  }

  private String read(InputStream in, Charset charset) throws IOException {
    var read = new ByteArrayOutputStream();
    var buffer = new byte[16 * 1024];
    for (int count; (count = in.read(buffer)) >= 0; ) {
      read.write(buffer, 0, count);
      if (read.size() > BODY_LIMIT) {
        if (request.raw() == Raw.ANSWER) {
          // Enough to see that it's more than anybody takes.
          break;
        }
        throw new IOException("the answer is longer than " + BODY_LIMIT + " bytes");
      }
      if (stage.get() == Stage.ABANDONED) {
        throw new IOException("given up while the answer was coming");
      }
    }
    return read.toString(charset);
  }

  private byte[] body() {
    return request.body() == null
        ? new byte[0]
        : request
            .body()
            .getBytes(
                request.raw() == Raw.BODY ? StandardCharsets.ISO_8859_1 : StandardCharsets.UTF_8);
  }

  private int milliseconds(Duration limit) {
    // The JDK takes 0 for no limit.
    return Math.clamp(Math.min(limit.toMillis(), timeout.toMillis()), 1, Integer.MAX_VALUE);
  }

  private static String reason(IOException why) {
    return why.getClass().getSimpleName() + ": " + why.getMessage();
  }
}
