package io.fortnoxconnector.fortnox;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import javax.net.ServerSocketFactory;

/** An HTTP/1.1 server so small that it can misbehave in every way. It keeps what it was sent. */
final class LoopbackServer implements AutoCloseable {

  /** Header names in lower case. */
  record Received(String method, String target, Map<String, String> headers, String body) {}

  /** Writes an answer; false closes the connection after it. */
  interface Behaviour {
    boolean answer(OutputStream out) throws IOException, InterruptedException;
  }

  final List<Received> received = new CopyOnWriteArrayList<>();
  private final Queue<Behaviour> behaviours = new ConcurrentLinkedQueue<>();
  private final Set<Socket> open = ConcurrentHashMap.newKeySet();
  private final ServerSocket listener;
  private final String scheme;

  LoopbackServer() throws IOException {
    this("http", ServerSocketFactory.getDefault());
  }

  LoopbackServer(String scheme, ServerSocketFactory sockets) throws IOException {
    this.scheme = scheme;
    listener = sockets.createServerSocket(0, 50, InetAddress.getByName("127.0.0.1"));
    Thread.ofVirtual().start(this::accept);
  }

  URI uri() {
    return URI.create(scheme + "://127.0.0.1:" + listener.getLocalPort());
  }

  Received only() {
    if (received.size() != 1) {
      throw new AssertionError("received " + received);
    }
    return received.getFirst();
  }

  /** What the next requests get, in this order; any further one gets the last again. */
  LoopbackServer then(Behaviour behaviour) {
    behaviours.add(behaviour);
    return this;
  }

  LoopbackServer answers(int status, String body, String... headerLines) {
    return then(
        out -> {
          write(out, status, body, headerLines);
          return true;
        });
  }

  LoopbackServer hangsUp() {
    return then(_ -> false);
  }

  static void write(OutputStream out, int status, String body, String... headerLines)
      throws IOException {
    var bytes = body.getBytes(StandardCharsets.UTF_8);
    var head = new StringBuilder("HTTP/1.1 ").append(status).append(" Word\r\n");
    for (String line : headerLines) {
      head.append(line).append("\r\n");
    }
    if (status != 204) {
      head.append("Content-Length: ").append(bytes.length).append("\r\n");
    }
    out.write(head.append("\r\n").toString().getBytes(StandardCharsets.ISO_8859_1));
    out.write(bytes);
    out.flush();
  }

  private void accept() {
    while (true) {
      try {
        var socket = listener.accept();
        open.add(socket);
        Thread.ofVirtual().start(() -> serve(socket));
      } catch (IOException closed) {
        return;
      }
    }
  }

  private void serve(Socket socket) {
    try (socket) {
      var in = new BufferedInputStream(socket.getInputStream());
      var out = socket.getOutputStream();
      for (Received request; (request = read(in)) != null; ) {
        received.add(request);
        var behaviour = behaviours.size() > 1 ? behaviours.remove() : behaviours.element();
        if (!behaviour.answer(out)) {
          return;
        }
      }
    } catch (IOException | InterruptedException gone) {
      // The client went away, as some tests make it do.
    }
  }

  private static Received read(InputStream in) throws IOException {
    var first = line(in).split(" ");
    if (first.length < 2) {
      return null;
    }
    var headers = new LinkedHashMap<String, String>();
    for (String line; !(line = line(in)).isEmpty(); ) {
      var colon = line.indexOf(':');
      headers.put(
          line.substring(0, colon).toLowerCase(Locale.ROOT), line.substring(colon + 1).strip());
    }
    int length = Integer.parseInt(headers.getOrDefault("content-length", "0"));
    var body = new String(in.readNBytes(length), StandardCharsets.UTF_8);
    return new Received(first[0], first[1], headers, body);
  }

  private static String line(InputStream in) throws IOException {
    var line = new StringBuilder();
    for (int c; (c = in.read()) >= 0 && c != '\n'; ) {
      if (c != '\r') {
        line.append((char) c);
      }
    }
    return line.toString();
  }

  @Override
  public void close() throws IOException {
    listener.close();
    for (Socket socket : open) {
      socket.close();
    }
  }
}
