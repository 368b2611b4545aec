package io.fortnoxconnector.local.stack.template;

import java.util.List;

/** A symmetric KMS key with its aliases ({@code alias/…}). */
public record KeySpec(
    String logicalId, String id, String arn, String description, List<String> aliases) {}
