package io.fortnoxconnector.local.stack.template;

/**
 * An intrinsic function of CloudFormation as it stands in the template, not yet evaluated: {@code
 * Ref}, {@code Sub}, …
 */
record Intrinsic(String name, Object argument) {}
