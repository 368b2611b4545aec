package io.fortnoxconnector.connector.twins;

import io.fortnoxconnector.connector.contract.TokenCipherContract;
import io.fortnoxconnector.connector.tokens.TokenCipher;

class InMemoryTokenCipherTest extends TokenCipherContract {

  private final TokenCipher twin = new InMemoryTokenCipher();

  @Override
  protected TokenCipher cipher() {
    return twin;
  }
}
