package io.fortnoxconnector.fortnox;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketException;
import java.util.function.Supplier;
import javax.net.ssl.SSLSocketFactory;

/**
 * Connects a thread until it is told not to, which is when its request is about to be sent.
 *
 * <p>HttpURLConnection repeats a GET on a new connection if the old one breaks, and offers no
 * switch against it. The repetition would be a request beyond the rate budget. Over TLS it asks
 * here for the new connection and doesn't get it; plain HTTP, used with a local sandbox, offers no
 * such hook.
 */
final class FirstConnectionOnly extends SSLSocketFactory {

  private final Supplier<SSLSocketFactory> delegate;
  private final ThreadLocal<Boolean> refused = ThreadLocal.withInitial(() -> false);

  // Asked when it is needed, since making one reads the trust store.
  FirstConnectionOnly(Supplier<SSLSocketFactory> delegate) {
    this.delegate = delegate;
  }

  void refuseFurtherConnectionsOfThisThread() {
    refused.set(true);
  }

  private SSLSocketFactory delegate() throws SocketException {
    if (refused.get()) {
      throw new SocketException("the connection broke, and a request is sent once");
    }
    return delegate.get();
  }

  @Override
  public Socket createSocket() throws IOException {
    return delegate().createSocket();
  }

  @Override
  public Socket createSocket(Socket socket, String host, int port, boolean autoClose)
      throws IOException {
    return delegate().createSocket(socket, host, port, autoClose);
  }

  @Override
  public Socket createSocket(String host, int port) throws IOException {
    return delegate().createSocket(host, port);
  }

  @Override
  public Socket createSocket(String host, int port, InetAddress localHost, int localPort)
      throws IOException {
    return delegate().createSocket(host, port, localHost, localPort);
  }

  @Override
  public Socket createSocket(InetAddress host, int port) throws IOException {
    return delegate().createSocket(host, port);
  }

  @Override
  public Socket createSocket(InetAddress address, int port, InetAddress localAddress, int localPort)
      throws IOException {
    return delegate().createSocket(address, port, localAddress, localPort);
  }

  @Override
  public String[] getDefaultCipherSuites() {
    return delegate.get().getDefaultCipherSuites();
  }

  @Override
  public String[] getSupportedCipherSuites() {
    return delegate.get().getSupportedCipherSuites();
  }
}
