package io.fortnoxconnector.tenants;

import static io.fortnoxconnector.connector.problems.ProblemType.KEY_INVALID;

import io.fortnoxconnector.api.HttpRequest;
import io.fortnoxconnector.api.Rejected;
import io.fortnoxconnector.connector.SecretStore;
import io.fortnoxconnector.fortnox.Secret;

/**
 * Lets the holder of the admin key in. The stack generates it; it lies in Secrets Manager and
 * nowhere else.
 */
final class AdminGate {

  private final SecretStore secrets;
  private final String secretName;

  AdminGate(SecretStore secrets, String secretName) {
    this.secrets = secrets;
    this.secretName = secretName;
  }

  void check(HttpRequest request) {
    Secret offered = new Secret(request.header("x-admin-key").orElse(""));
    // Read anew where it doesn't match: the key may have been rotated since it was cached.
    boolean known =
        secrets.read(secretName).filter(offered::equals).isPresent()
            || secrets.readAnew(secretName).filter(offered::equals).isPresent();
    if (!known) {
      throw new Rejected(
          KEY_INVALID.about(
              "X-ADMIN-KEY", "Send the stack's admin key in the header X-ADMIN-KEY."));
    }
  }
}
