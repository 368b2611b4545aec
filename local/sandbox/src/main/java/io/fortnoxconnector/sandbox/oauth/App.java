package io.fortnoxconnector.sandbox.oauth;

import java.net.URI;
import java.util.List;
import java.util.Set;

/**
 * An integration as the developer portal knows it.
 *
 * @param redirectUris where users may be sent back to; the first is the default
 * @param scopes what it may ask for, for example {@code customer}
 * @param allowsServiceAccount whether it may ask for {@code account_type=service}
 */
public record App(
    String clientId,
    String clientSecret,
    List<URI> redirectUris,
    Set<String> scopes,
    boolean allowsServiceAccount) {

  public App {
    redirectUris = List.copyOf(redirectUris);
    scopes = Set.copyOf(scopes);
    if (redirectUris.isEmpty()) {
      throw new IllegalArgumentException("An app needs at least one redirect URI.");
    }
  }

  @Override
  public String toString() {
    return "App[" + clientId + "]";
  }
}
