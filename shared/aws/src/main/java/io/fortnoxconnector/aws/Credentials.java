package io.fortnoxconnector.aws;

import software.amazon.awssdk.auth.credentials.AwsCredentials;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.auth.credentials.DefaultCredentialsProvider;

/**
 * The SDK's own chain, one for all clients, which can be made to forget what it found. With
 * SnapStart Lambda hands credentials out at a container endpoint, not in variables (AWS Lambda
 * guide, "SnapStart"): those of the time before the snapshot have no business in its copies.
 */
final class Credentials implements AwsCredentialsProvider {

  private volatile DefaultCredentialsProvider chain = DefaultCredentialsProvider.builder().build();

  @Override
  public AwsCredentials resolveCredentials() {
    return chain.resolveCredentials();
  }

  void forget() {
    chain.close();
    chain = DefaultCredentialsProvider.builder().build();
  }
}
