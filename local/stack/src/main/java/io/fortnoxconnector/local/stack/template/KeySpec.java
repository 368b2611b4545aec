package io.fortnoxconnector.local.stack.template;

import java.util.List;

/**
 * A symmetric KMS key.
 *
 * @param arn as it might be: KMS chooses it when it makes the key
 * @param aliases {@code alias/…}
 */
public record KeySpec(String logicalId, String arn, String description, List<String> aliases) {}
