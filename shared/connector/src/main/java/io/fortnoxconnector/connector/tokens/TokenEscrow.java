package io.fortnoxconnector.connector.tokens;

import io.fortnoxconnector.connector.SecretStore;
import io.fortnoxconnector.fortnox.Secret;
import java.util.Optional;

/**
 * Where a refresh token's successor is put that couldn't be stored with its connection: as
 * ciphertext, in another service, until the next owner of the connection's lease fetches it.
 */
public final class TokenEscrow {

  private final SecretStore secrets;
  private final String prefix;

  public TokenEscrow(SecretStore secrets, String prefix) {
    this.secrets = secrets;
    this.prefix = prefix;
  }

  /**
   * What lies there.
   *
   * @param version of the stored tokens whose refresh token was used up for it
   */
  record Escrowed(long version, Sealed successor) {}

  void put(String connection, Escrowed escrowed) {
    secrets.write(
        name(connection), new Secret(escrowed.version() + " " + escrowed.successor().base64()));
  }

  Optional<Escrowed> find(String connection) {
    return secrets.readAnew(name(connection)).map(TokenEscrow::read);
  }

  void remove(String connection) {
    secrets.delete(name(connection));
  }

  private String name(String connection) {
    return prefix + connection;
  }

  private static Escrowed read(Secret text) {
    String[] parts = text.reveal().split(" ", 2);
    return new Escrowed(Long.parseLong(parts[0]), new Sealed(parts[1]));
  }
}
