package io.fortnoxconnector.local.stack.template;

import java.util.function.UnaryOperator;

/**
 * The ids that services choose when they make a resource; all others follow from its name.
 *
 * @param queueUrl a queue's URL, by the queue's name
 * @param keyArn a key's ARN, by its key in the template
 * @param secretArn a secret's ARN, by the secret's name
 */
public record GivenIds(
    UnaryOperator<String> queueUrl, UnaryOperator<String> keyArn, UnaryOperator<String> secretArn) {

  /** As they might be: for reading a template that nobody has deployed. */
  static GivenIds assumed(Place place, UnaryOperator<String> queueUrl) {
    return new GivenIds(
        queueUrl, key -> place.arn("kms", "key/" + place.keyId(key)), place::secretArn);
  }
}
