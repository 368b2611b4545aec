package io.fortnoxconnector.connector;

import static org.assertj.core.api.Assertions.assertThat;

import io.fortnoxconnector.connector.connections.Connection;
import io.fortnoxconnector.connector.tokens.TokenState.Grant;
import io.fortnoxconnector.connector.twins.FakeRandomness;
import io.fortnoxconnector.connector.twins.Samples;
import io.fortnoxconnector.connector.twins.World;
import io.fortnoxconnector.fortnox.Secret;
import java.util.HashSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AccessTest {

  private final World world = new World();

  private Key accountKey() {
    Connection connection = world.connect(Grant.REFRESH_TOKEN);
    Key key = Key.mint(Key.Kind.ACCOUNT, connection.id(), world.randomness);
    world.connections.addAccountKey(connection.id(), Samples.TENANT, key.hash());
    return key;
  }

  @Test
  void anApiKeyOpensItsTenant() {
    var registered = world.tenants().register("vendor");

    assertThat(world.access().tenant(registered.apiKey().reveal())).contains(registered.tenant());
  }

  @Test
  void aWithdrawnApiKeyOpensNothingAndTheOtherStillDoes() {
    var registered = world.tenants().register("vendor");
    Key second = world.tenants().addKey(registered.tenant());

    assertThat(world.tenants().withdrawKey(registered.tenant(), registered.apiKey().id())).isTrue();

    assertThat(world.access().tenant(registered.apiKey().reveal())).isEmpty();
    assertThat(world.access().tenant(second.reveal())).contains(registered.tenant());
  }

  @Test
  void aKeyWithARightIdAndAWrongSecretOpensNothing() {
    Key real = world.tenants().register("vendor").apiKey();
    Key forged = Key.mint(Key.Kind.API, real.id(), world.randomness);

    assertThat(world.access().tenant(forged.reveal())).isEmpty();
  }

  @Test
  void anAccountKeyOpensItsTenantsConnection() {
    assertThat(world.access().connection(Samples.TENANT, accountKey().reveal()))
        .contains(world.connection());
  }

  @Test
  void aForeignKeyOpensExactlyWhatAnUnknownOneDoes() {
    Key key = accountKey();
    Key unknown = Key.mint(Key.Kind.ACCOUNT, "unknownconnection", world.randomness);

    assertThat(world.access().connection("foreign", key.reveal()))
        .isEqualTo(world.access().connection("foreign", unknown.reveal()))
        .isEmpty();
  }

  @Test
  void aKeyOfTheOtherKindOpensNothing() {
    Key api = world.tenants().register("vendor").apiKey();
    Key account = accountKey();

    assertThat(world.access().tenant(account.reveal())).isEmpty();
    assertThat(world.access().connection(Samples.TENANT, api.reveal())).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "fxk", "fxk__", "fxk_short_x", "nonsense", "fxk_ABCDEFGHI_x"})
  void whatIsNoKeyOpensNothing(String text) {
    assertThat(world.access().tenant(text)).isEmpty();
    assertThat(world.access().connection(Samples.TENANT, text)).isEmpty();
  }

  @Test
  void keysAndSecretsShowNothing() {
    Key key = Key.mint(Key.Kind.API, "keyidentity", new FakeRandomness());

    assertThat(key.toString()).isEqualTo("API key keyidentity").doesNotContain(key.hash());
    assertThat(new Secret("hidden")).hasToString("***");
    assertThat(key.secret()).hasToString("***");
  }

  @Test
  void aKeyIsReadAsItIsShown() {
    Key key = Key.mint(Key.Kind.ACCOUNT, "connectionidentity", new FakeRandomness());

    assertThat(Key.parse(Key.Kind.ACCOUNT, key.reveal())).contains(key);
    assertThat(key.reveal()).startsWith("fxa_connectionidentity_").hasSize(23 + 43);
    assertThat(key.matches(key.hash())).isTrue();
  }

  @Test
  void idsDifferUnlessTheyAreDerivedFromTheSame() {
    var ids = new HashSet<String>();
    for (int i = 0; i < 1000; i++) {
      ids.add(world.randomness.id());
    }

    assertThat(ids).hasSize(1000).allMatch(id -> id.matches("[a-z2-7]{26}"));
    assertThat(Ids.derived("a", "b")).isEqualTo(Ids.derived("a", "b")).hasSize(26);
    assertThat(Ids.derived("ab", "c")).isNotEqualTo(Ids.derived("a", "bc"));
  }
}
