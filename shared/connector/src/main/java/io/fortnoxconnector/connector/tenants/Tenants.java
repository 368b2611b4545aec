package io.fortnoxconnector.connector.tenants;

import static io.fortnoxconnector.connector.problems.ProblemType.FIELD_INVALID;

import io.fortnoxconnector.connector.Key;
import io.fortnoxconnector.connector.Randomness;
import io.fortnoxconnector.connector.SecretStore;
import io.fortnoxconnector.connector.Timing;
import io.fortnoxconnector.connector.problems.Problem;
import io.fortnoxconnector.fortnox.AppCredentials;
import io.fortnoxconnector.fortnox.FortnoxGrants.AccountType;
import java.util.ArrayList;
import java.util.List;
import java.util.NavigableSet;
import java.util.TreeMap;

/** What a vendor is registered with: its API keys, its Fortnox integration, its callback URLs. */
public final class Tenants {

  private final TenantStore tenants;
  private final SecretStore secrets;
  private final String secretsPrefix;
  private final Randomness randomness;
  private final Timing timing;

  /**
   * @param secretsPrefix what the names of client secrets begin with; ends in a slash
   */
  public Tenants(
      TenantStore tenants,
      SecretStore secrets,
      String secretsPrefix,
      Randomness randomness,
      Timing timing) {
    this.tenants = tenants;
    this.secrets = secrets;
    this.secretsPrefix = secretsPrefix;
    this.randomness = randomness;
    this.timing = timing;
  }

  /** A new vendor and its first API key, which is shown this once. */
  public record Registered(String tenant, Key apiKey) {}

  public Registered register(String name) {
    String id = randomness.id();
    tenants.create(new Tenant(id, name, null, List.of(), new TreeMap<>(), false, timing.now()));
    return new Registered(id, addKey(id));
  }

  /**
   * The vendor of an API key.
   *
   * @throws IllegalStateException where there is none: a vendor stays as long as its keys
   */
  public Tenant get(String tenant) {
    return tenants
        .find(tenant)
        .orElseThrow(() -> new IllegalStateException("an API key without its tenant"));
  }

  /**
   * A further API key. It's listed before it opens anything, so that a crash between can't leave a
   * key that nobody sees.
   */
  public Key addKey(String tenant) {
    Key key = Key.mint(Key.Kind.API, randomness.id(), randomness);
    tenants.listKey(tenant, key.id(), timing.now());
    tenants.enableKey(tenant, key.id(), key.hash());
    return key;
  }

  public boolean withdrawKey(String tenant, String keyId) {
    return tenants.withdrawKey(tenant, keyId);
  }

  /**
   * Registers the vendor's Fortnox integration, or replaces it. Connections made with another
   * client id keep that.
   */
  public void registerApp(
      String tenant, AppCredentials app, AccountType accountType, NavigableSet<String> scopes) {
    // One secret per client id: connections made with an earlier integration go on with theirs.
    String name = secretsPrefix + tenant + "/" + app.clientId();
    secrets.write(name, app.clientSecret());
    tenants.setApp(tenant, new FortnoxApp(app.clientId(), name, accountType, scopes));
  }

  /**
   * Forgets the integration and its client secret; connections made with it stop when their access
   * tokens expire.
   */
  public boolean removeApp(String tenant) {
    FortnoxApp app = tenants.find(tenant).map(Tenant::app).orElse(null);
    if (app == null) {
      return false;
    }
    tenants.setApp(tenant, null);
    secrets.delete(app.secretName());
    return true;
  }

  public void setPassesWrites(String tenant, boolean passesWrites) {
    tenants.setPassesWrites(tenant, passesWrites);
  }

  /** Adds all of them, or none where one isn't acceptable. */
  public List<Problem> addCallbackUrls(String tenant, List<String> urls) {
    var problems = new ArrayList<Problem>();
    for (int i = 0; i < urls.size(); i++) {
      String pointer = "/callbackUrls/" + i;
      CallbackUrl.flaw(urls.get(i))
          .ifPresent(flaw -> problems.add(FIELD_INVALID.about(pointer, flaw)));
    }
    if (problems.isEmpty()) {
      tenants.addCallbackUrls(tenant, urls);
    }
    return problems;
  }
}
