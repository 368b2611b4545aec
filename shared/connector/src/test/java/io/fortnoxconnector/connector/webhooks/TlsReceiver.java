package io.fortnoxconnector.connector.webhooks;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;

/** A receiver on this machine, with a certificate of its own for {@code localhost}. */
final class TlsReceiver implements AutoCloseable {

  private static final char[] PASSWORD = "changeit".toCharArray();

  /** What it does with a request. */
  @FunctionalInterface
  interface Behaviour {
    void on(HttpExchange exchange) throws IOException;
  }

  private final HttpServer server;
  private final String scheme;
  private final SSLContext tls;
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();

  private TlsReceiver(HttpServer server, String scheme, SSLContext tls, Behaviour behaviour) {
    this.server = server;
    this.scheme = scheme;
    this.tls = tls;
    server.setExecutor(threads);
    server.createContext(
        "/",
        exchange -> {
          try (exchange) {
            behaviour.on(exchange);
          }
        });
    server.start();
  }

  /**
   * One that shows a certificate of {@link #certified}.
   *
   * @param tls with its key, trusting it
   */
  static TlsReceiver start(SSLContext tls, Behaviour behaviour) throws IOException {
    HttpsServer server = HttpsServer.create(loopback(), 0);
    server.setHttpsConfigurator(new HttpsConfigurator(tls));
    return new TlsReceiver(server, "https", tls, behaviour);
  }

  static TlsReceiver startInClear(Behaviour behaviour)
      throws IOException, GeneralSecurityException {
    return new TlsReceiver(
        HttpServer.create(loopback(), 0), "http", SSLContext.getDefault(), behaviour);
  }

  private static InetSocketAddress loopback() {
    return new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);
  }

  /** With a key of its own, whose certificate the JDK's keytool makes in that folder. */
  static SSLContext certified(Path folder)
      throws IOException, GeneralSecurityException, InterruptedException {
    Path store = folder.resolve("receiver.p12");
    Process keytool =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "keytool").toString(),
                "-genkeypair",
                "-keystore",
                store.toString(),
                "-storetype",
                "PKCS12",
                "-storepass",
                new String(PASSWORD),
                "-keyalg",
                "EC",
                "-dname",
                "CN=localhost",
                "-ext",
                "san=dns:localhost")
            .redirectErrorStream(true)
            .start();
    if (keytool.waitFor() != 0) {
      throw new IOException(new String(keytool.getInputStream().readAllBytes()));
    }
    KeyStore keys = KeyStore.getInstance("PKCS12");
    try (InputStream in = Files.newInputStream(store)) {
      keys.load(in, PASSWORD);
    }
    var own = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
    own.init(keys, PASSWORD);
    var trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
    trust.init(keys);
    SSLContext context = SSLContext.getInstance("TLS");
    context.init(own.getKeyManagers(), trust.getTrustManagers(), null);
    return context;
  }

  /** Of who trusts its certificate. */
  SSLContext tls() {
    return tls;
  }

  URI at(String host, String path) {
    return URI.create(scheme + "://" + host + ":" + server.getAddress().getPort() + path);
  }

  @Override
  public void close() {
    server.stop(0);
    threads.close();
  }
}
