package io.fortnoxconnector.local.containers;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.Inet4Address;
import java.net.InetAddress;
import java.net.NetworkInterface;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * How containers reach a service on this machine without anybody else reaching it: at Docker's own
 * bridge, or, where the engine runs in a virtual machine (Docker Desktop), at a name that leads to
 * this machine's loopback address.
 *
 * @param address what a service listens on
 * @param name what containers call it
 */
record DockerHost(InetAddress address, String name) {

  /**
   * Asks the engine for its bridge.
   *
   * @throws IllegalStateException if no engine answers
   * @throws UncheckedIOException if there is no command {@code docker}
   */
  static DockerHost find() {
    String bridge =
        new Command(
                List.of(
                    "docker",
                    "network",
                    "inspect",
                    "bridge",
                    "--format",
                    "{{index .Options \"com.docker.network.bridge.name\"}}"),
                Path.of("."),
                Map.of())
            .run(Duration.ofSeconds(20))
            .out()
            .strip();
    try {
      return Stream.ofNullable(NetworkInterface.getByName(bridge))
          .flatMap(NetworkInterface::inetAddresses)
          .filter(Inet4Address.class::isInstance)
          .map(address -> new DockerHost(address, address.getHostAddress()))
          .findFirst()
          .orElseGet(
              () -> new DockerHost(InetAddress.ofLiteral("127.0.0.1"), "host.docker.internal"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** A port that is free now. */
  int freePort() {
    try (ServerSocket socket = new ServerSocket(0, 1, address)) {
      return socket.getLocalPort();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** A service that listens here, as containers call it. */
  URI fromContainers(int port) {
    return URI.create("http://" + name + ":" + port);
  }

  /** The same as this process calls it. */
  URI fromHere(int port) {
    return URI.create("http://" + address.getHostAddress() + ":" + port);
  }
}
