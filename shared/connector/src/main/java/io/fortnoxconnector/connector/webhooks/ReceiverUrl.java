package io.fortnoxconnector.connector.webhooks;

import io.fortnoxconnector.connector.tenants.CallbackUrl;
import java.net.InetAddress;
import java.net.URI;
import java.util.Locale;
import java.util.Optional;

/**
 * What may be sent to, as far as its address says: what a name resolves to is looked at each time
 * that something is sent.
 *
 * @param allowsLoopback whether this machine may be: for local use
 */
public record ReceiverUrl(boolean allowsLoopback) {

  /** What is wrong with it; empty where nothing is. */
  public Optional<String> flaw(String text) {
    Optional<String> flaw = CallbackUrl.flaw(text);
    if (flaw.isPresent()) {
      return flaw;
    }
    URI uri = URI.create(text);
    if (!allowsLoopback && !uri.getScheme().toLowerCase(Locale.ROOT).equals("https")) {
      return Optional.of("A webhook's callback URL begins with https://.");
    }
    String host = uri.getHost().replaceAll("[\\[\\]]", "");
    return isOfTheInternet(host)
        ? Optional.empty()
        : Optional.of("A webhook's callback URL names a host of the public Internet.");
  }

  private boolean isOfTheInternet(String host) {
    if (host.equalsIgnoreCase("localhost")) {
      return allowsLoopback;
    }
    try {
      InetAddress address = InetAddress.ofLiteral(host);
      return PublicAddress.is(address) || (allowsLoopback && address.isLoopbackAddress());
    } catch (IllegalArgumentException e) {
      return true;
    }
  }
}
