package io.fortnoxconnector.cli;

import java.net.URI;
import java.nio.file.Path;
import java.util.Map;
import picocli.CommandLine.Option;
import picocli.CommandLine.ScopeType;

/** The options of every command that say whose books are meant. */
final class Access {

  @Option(
      names = "--url",
      scope = ScopeType.INHERIT,
      description =
          "The connector's address, before what the environment or the file of keys says.")
  private String url = "";

  @Option(
      names = "--keys",
      scope = ScopeType.INHERIT,
      paramLabel = "FILE",
      description = "The file of keys (default: ~/.config/fortnox-connector/keys).")
  private Path file =
      Path.of(System.getProperty("user.home"), ".config", "fortnox-connector", "keys");

  private Map<String, String> environment = System.getenv();

  /** For tests, whose environment is their own. */
  void environment(Map<String, String> other) {
    environment = Map.copyOf(other);
  }

  Path file() {
    return file;
  }

  Keys keys() {
    Keys known = Keys.of(environment, file);
    Keys keys = url.isEmpty() ? known : new Keys(url, known.apiKey(), known.accountKey());
    if (keys.url().isEmpty()) {
      throw new Failure(
          Failure.KEYS,
          "Where is the connector? Set FORTNOX_CONNECTOR_URL or give --url. fortnox --help tells more.");
    }
    if (keys.apiKey().isEmpty()) {
      throw new Failure(Failure.KEYS, "There is no API key: set FORTNOX_CONNECTOR_API_KEY.");
    }
    return keys;
  }

  /** The API with the vendor's key alone. */
  Connector vendor() {
    Keys keys = keys();
    return new Connector(address(keys), Map.of("X-API-KEY", keys.apiKey()));
  }

  /** The API with both keys. */
  Connector company() {
    Keys keys = keys();
    if (keys.accountKey().isEmpty()) {
      throw new Failure(
          Failure.KEYS,
          "There is no account key: run fortnox connect, or set FORTNOX_CONNECTOR_ACCOUNT_KEY.");
    }
    return new Connector(
        address(keys), Map.of("X-API-KEY", keys.apiKey(), "X-ACCOUNT-KEY", keys.accountKey()));
  }

  private static URI address(Keys keys) {
    try {
      return URI.create(keys.url());
    } catch (IllegalArgumentException noAddress) {
      throw new Failure(Failure.USAGE, keys.url() + " is no address.");
    }
  }
}
