package io.fortnoxconnector.local.stack.services;

import io.fortnoxconnector.local.stack.template.KeySpec;
import io.fortnoxconnector.local.stack.template.SecretSpec;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import software.amazon.awssdk.services.kms.KmsClient;
import software.amazon.awssdk.services.secretsmanager.SecretsManagerClient;

/** Makes the template's keys and secrets, with AWS's own clients. */
public final class Provisioning {

  private Provisioning() {}

  /** Creates the keys with their aliases; returns the keys' ARNs by their keys in the template. */
  public static Map<String, String> create(KmsClient client, List<KeySpec> keys) {
    Map<String, String> arns = new HashMap<>();
    for (KeySpec key : keys) {
      String arn =
          client.createKey(request -> request.description(key.description())).keyMetadata().arn();
      key.aliases()
          .forEach(
              alias -> client.createAlias(request -> request.aliasName(alias).targetKeyId(arn)));
      arns.put(key.logicalId(), arn);
    }
    return arns;
  }

  /** Creates the secrets; returns their ARNs by their names. */
  public static Map<String, String> create(SecretsManagerClient client, List<SecretSpec> secrets) {
    Map<String, String> arns = new HashMap<>();
    for (SecretSpec secret : secrets) {
      arns.put(
          secret.name(),
          client
              .createSecret(
                  request ->
                      request
                          .name(secret.name())
                          .description(secret.description())
                          .secretString(PasswordGenerator.text(secret.value())))
              .arn());
    }
    return arns;
  }
}
