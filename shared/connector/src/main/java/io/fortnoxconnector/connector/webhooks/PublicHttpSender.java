package io.fortnoxconnector.connector.webhooks;

import io.fortnoxconnector.connector.Deadline;
import io.fortnoxconnector.connector.Timing;
import io.fortnoxconnector.connector.webhooks.Delivery.Outcome;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.SSLSocketFactory;

/**
 * Posts over HTTP/1.1, a connection for each message. By hand, since neither of Java's clients lets
 * one say which address of a host is connected to: the address that was looked at is the one that
 * is spoken to, so that a name that resolves to another the second time gains nothing.
 */
public final class PublicHttpSender implements Sender {

  private static final Duration LONGEST_CONNECT = Duration.ofSeconds(5);

  private final SSLSocketFactory tls;
  private final boolean allowsLoopback;
  private final Timing timing;

  /**
   * @param allowsLoopback whether this machine may be sent to, also without TLS: for local use
   */
  public PublicHttpSender(SSLSocketFactory tls, boolean allowsLoopback, Timing timing) {
    this.tls = tls;
    this.allowsLoopback = allowsLoopback;
    this.timing = timing;
  }

  @Override
  public Reply post(URI receiver, Map<String, String> headers, byte[] body) {
    Deadline deadline = Deadline.in(LONGEST, timing);
    try {
      boolean isClear = receiver.getScheme().equalsIgnoreCase("http");
      List<InetAddress> addresses = resolved(host(receiver), deadline);
      List<InetAddress> allowed =
          addresses.stream()
              .filter(
                  one ->
                      (!isClear && PublicAddress.is(one))
                          || (allowsLoopback && one.isLoopbackAddress()))
              .toList();
      if (allowed.isEmpty()) {
        return Reply.without(Outcome.ADDRESS_NOT_ALLOWED);
      }
      try (Socket plain = connected(allowed, port(receiver, isClear), deadline);
          Socket socket = isClear ? plain : secured(plain, receiver, deadline)) {
        return exchanged(socket, receiver, headers, body, deadline);
      }
    } catch (SocketTimeoutException e) {
      return Reply.without(Outcome.TIMED_OUT);
    } catch (SSLException e) {
      return Reply.without(
          e.getCause() instanceof SocketException ? Outcome.UNREACHABLE : Outcome.TLS_FAILED);
    } catch (IOException e) {
      return Reply.without(Outcome.UNREACHABLE);
    }
  }

  /** The system's resolver has a patience of its own. */
  private List<InetAddress> resolved(String host, Deadline deadline) throws IOException {
    var addresses = new CompletableFuture<List<InetAddress>>();
    Thread.ofVirtual()
        .start(
            () -> {
              try {
                addresses.complete(Arrays.asList(InetAddress.getAllByName(host)));
              } catch (UnknownHostException e) {
                addresses.completeExceptionally(e);
              }
            });
    try {
      return addresses.get(left(deadline), TimeUnit.MILLISECONDS);
    } catch (ExecutionException e) {
      throw new IOException(e.getCause());
    } catch (TimeoutException e) {
      throw new SocketTimeoutException("no address in time");
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException(e);
    }
  }

  private Socket connected(List<InetAddress> addresses, int port, Deadline deadline)
      throws IOException {
    IOException last = new SocketException("no address");
    for (InetAddress address : addresses) {
      Socket socket = new Socket();
      try {
        socket.connect(
            new InetSocketAddress(address, port),
            Math.min(left(deadline), (int) LONGEST_CONNECT.toMillis()));
        return socket;
      } catch (IOException e) {
        socket.close();
        last = e;
      }
    }
    throw last;
  }

  private Socket secured(Socket plain, URI receiver, Deadline deadline) throws IOException {
    plain.setSoTimeout(left(deadline));
    SSLSocket socket =
        (SSLSocket) tls.createSocket(plain, host(receiver), port(receiver, false), true);
    SSLParameters parameters = socket.getSSLParameters();
    parameters.setEndpointIdentificationAlgorithm("HTTPS");
    socket.setSSLParameters(parameters);
    socket.startHandshake();
    return socket;
  }

  private Reply exchanged(
      Socket socket, URI receiver, Map<String, String> headers, byte[] body, Deadline deadline)
      throws IOException {
    socket.setSoTimeout(left(deadline));
    var out = socket.getOutputStream();
    out.write(head(receiver, headers, body).getBytes(StandardCharsets.ISO_8859_1));
    out.write(body);
    out.flush();
    InputStream in = socket.getInputStream();
    return AnswerHead.read(
            () -> {
              socket.setSoTimeout(left(deadline));
              return in.read();
            },
            timing.now())
        .reply();
  }

  private static String head(URI receiver, Map<String, String> headers, byte[] body) {
    String path = receiver.getRawPath() == null ? "" : receiver.getRawPath();
    String query = receiver.getRawQuery() == null ? "" : "?" + receiver.getRawQuery();
    var head = new StringBuilder();
    head.append("POST ").append(path.isEmpty() ? "/" : path).append(query).append(" HTTP/1.1\r\n");
    head.append("host: ").append(receiver.getRawAuthority()).append("\r\n");
    head.append("user-agent: fortnox-connector\r\naccept: */*\r\nconnection: close\r\n");
    head.append("content-length: ").append(body.length).append("\r\n");
    headers.forEach((name, value) -> head.append(name).append(": ").append(value).append("\r\n"));
    return head.append("\r\n").toString();
  }

  private static String host(URI receiver) {
    String host = receiver.getHost();
    return host.startsWith("[") ? host.substring(1, host.length() - 1) : host;
  }

  private static int port(URI receiver, boolean isClear) {
    return receiver.getPort() >= 0 ? receiver.getPort() : isClear ? 80 : 443;
  }

  private int left(Deadline deadline) throws SocketTimeoutException {
    long left = deadline.left(timing).toMillis();
    if (left <= 0) {
      throw new SocketTimeoutException("no time left");
    }
    return (int) left;
  }
}
