package io.fortnoxconnector.sandbox.oauth;

import java.security.MessageDigest;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** The integrations that the sandbox knows. */
public final class Apps {

  private final Map<String, App> apps = new ConcurrentHashMap<>();

  /** Replaces an app that has the same client id. */
  public void register(App app) {
    apps.put(app.clientId(), app);
  }

  public Collection<App> all() {
    return List.copyOf(apps.values());
  }

  public Optional<App> find(String clientId) {
    return Optional.ofNullable(apps.get(clientId));
  }

  /** Checks {@code Authorization: Basic base64(ClientId:ClientSecret)}. */
  Optional<App> authenticate(BasicCredentials credentials) {
    return find(credentials.user())
        .filter(
            app ->
                MessageDigest.isEqual(
                    Fingerprint.sha256(app.clientSecret()),
                    Fingerprint.sha256(credentials.password())));
  }
}
