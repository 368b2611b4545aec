package io.fortnoxconnector.local.containers;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/**
 * Carries connections from where containers reach it to a service on 127.0.0.1, byte for byte: the
 * local stack and the sandbox listen nowhere else, and needn't.
 */
final class Relay implements AutoCloseable {

  private final DockerHost host;
  private final ServerSocket door;
  private final int target;
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();

  private Relay(DockerHost host, int target) throws IOException {
    this.host = host;
    this.target = target;
    this.door = new ServerSocket(0, 100, host.address());
  }

  static Relay to(URI service, DockerHost host) {
    try {
      Relay relay = new Relay(host, service.getPort());
      relay.threads.execute(relay::accept);
      return relay;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The service as containers call it. */
  URI fromContainers() {
    return host.fromContainers(door.getLocalPort());
  }

  private void accept() {
    while (!door.isClosed()) {
      try {
        Socket caller = door.accept();
        threads.execute(() -> connect(caller));
      } catch (IOException e) {
        // Closed, or a caller that went away before it was let in.
      }
    }
  }

  private void connect(Socket caller) {
    try (caller;
        Socket service = new Socket(InetAddress.ofLiteral("127.0.0.1"), target)) {
      caller.setTcpNoDelay(true);
      service.setTcpNoDelay(true);
      threads.execute(() -> carry(service, caller));
      carry(caller, service);
    } catch (IOException e) {
      // One of the two hung up.
    }
  }

  private static void carry(Socket from, Socket to) {
    try (from;
        to;
        InputStream bytes = from.getInputStream()) {
      bytes.transferTo(to.getOutputStream());
    } catch (IOException e) {
      // One of the two hung up.
    }
  }

  @Override
  public void close() {
    try {
      door.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    threads.shutdownNow();
  }
}
