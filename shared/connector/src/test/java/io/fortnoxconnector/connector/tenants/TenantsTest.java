package io.fortnoxconnector.connector.tenants;

import static org.assertj.core.api.Assertions.assertThat;

import io.fortnoxconnector.connector.problems.Problem;
import io.fortnoxconnector.connector.twins.World;
import io.fortnoxconnector.fortnox.AppCredentials;
import io.fortnoxconnector.fortnox.FortnoxGrants.AccountType;
import io.fortnoxconnector.fortnox.Secret;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TenantsTest {

  private final World world = new World();
  private final Tenants tenants = world.tenants();
  private final String id = tenants.register("Åkeri & Co").tenant();

  private void register(String clientId, String secret) {
    tenants.registerApp(
        id,
        new AppCredentials(clientId, new Secret(secret)),
        AccountType.SERVICE,
        new TreeSet<>(Set.of("customer")));
  }

  private Tenant tenant() {
    return tenants.get(id);
  }

  @Test
  void anIntegrationsSecretLiesInTheSecretStoreOnly() {
    register("client-id", "hidden");

    FortnoxApp app = tenant().app();
    assertThat(app).isNotNull();
    assertThat(world.secrets.read("fortnox/" + id + "/client-id")).contains(new Secret("hidden"));
    assertThat(tenant().toString()).doesNotContain("hidden");
  }

  @Test
  void anotherIntegrationLeavesTheEarlierOnesSecretToItsConnections() {
    register("client-id", "first");
    register("newer", "second");

    assertThat(world.secrets.read("fortnox/" + id + "/client-id")).contains(new Secret("first"));
  }

  @Test
  void aRemovedIntegrationIsForgottenWithItsSecret() {
    register("client-id", "hidden");

    assertThat(tenants.removeApp(id)).isTrue();

    assertThat(tenant().app()).isNull();
    assertThat(world.secrets.read("fortnox/" + id + "/client-id")).isEmpty();
    assertThat(tenants.removeApp(id)).isFalse();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "https://vendor.example/done",
        "https://vendor.example:8443/a/b?c=d",
        "http://localhost:3000/done",
        "http://127.0.0.1/done",
        "http://[::1]:80/done"
      })
  void goodCallbackUrlsAreTaken(String url) {
    assertThat(tenants.addCallbackUrls(id, List.of(url))).isEmpty();
    assertThat(tenant().callbackUrls()).containsExactly(url);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "/done",
        "done",
        "https:///done",
        "https:opaque",
        "http://vendor.example/done",
        "http://localhost.evil.example/",
        "ftp://vendor.example/",
        "javascript:alert(1)",
        "https://user:password@vendor.example/",
        "https://vendor.example/#fragment",
        "https://vendor.example/ with spaces",
        "https://*.vendor.example/"
      })
  void badCallbackUrlsAreRefusedWithTheirPlaceAndNoneIsAdded(String url) {
    List<Problem> problems =
        tenants.addCallbackUrls(id, List.of("https://vendor.example/done", url));

    assertThat(problems).extracting(Problem::pointer).containsExactly("/callbackUrls/1");
    assertThat(tenant().callbackUrls()).isEmpty();
  }

  @Test
  void aCallbackUrlHasAtMost2048Characters() {
    String longest = "https://vendor.example/" + "x".repeat(2048 - 23);

    assertThat(tenants.addCallbackUrls(id, List.of(longest))).isEmpty();
    assertThat(tenants.addCallbackUrls(id, List.of(longest + "x"))).hasSize(1);
  }
}
