package io.fortnoxconnector.local.stack.client;

/**
 * A company that a vendor has connected.
 *
 * @param number its own at Fortnox
 * @param accountKey as it was shown, once
 * @param api the connector's API with both keys
 */
public record ConnectedCompany(String number, String connection, String accountKey, Api api) {

  @Override
  public String toString() {
    return "company " + number;
  }
}
