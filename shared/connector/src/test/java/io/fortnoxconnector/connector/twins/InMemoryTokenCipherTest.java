package io.fortnoxconnector.connector.twins;

import io.fortnoxconnector.connector.tokens.TokenCipher;
import io.fortnoxconnector.connector.contract.TokenCipherContract;

class InMemoryTokenCipherTest extends TokenCipherContract {

  private final TokenCipher twin = new InMemoryTokenCipher();

  @Override
  protected TokenCipher cipher() {
    return twin;
  }
}
