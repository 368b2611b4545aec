package io.fortnoxconnector.connector.tenants;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** What may stand on a vendor's allow-list of callback URLs. */
public final class CallbackUrl {

  private static final int LONGEST = 2048;
  private static final Set<String> LOOPBACK = Set.of("localhost", "127.0.0.1", "[::1]");

  private CallbackUrl() {}

  /** What is wrong with it; empty where nothing is. */
  public static Optional<String> flaw(String text) {
    if (text.length() > LONGEST) {
      return Optional.of("A callback URL has at most " + LONGEST + " characters.");
    }
    URI uri;
    try {
      uri = new URI(text);
    } catch (URISyntaxException e) {
      return Optional.of("That is not a URL.");
    }
    String scheme = uri.getScheme() == null ? "" : uri.getScheme().toLowerCase(Locale.ROOT);
    String host = uri.getHost();
    if (host == null) {
      return Optional.of("A callback URL is absolute and names a host.");
    }
    if (!scheme.equals("https") && !(scheme.equals("http") && LOOPBACK.contains(host))) {
      return Optional.of("A callback URL begins with https:// (http:// is for localhost only).");
    }
    if (uri.getRawUserInfo() != null) {
      return Optional.of("A callback URL carries no user name.");
    }
    return uri.getRawFragment() == null
        ? Optional.empty()
        : Optional.of("A callback URL has no fragment (#…): the code would be lost in it.");
  }
}
