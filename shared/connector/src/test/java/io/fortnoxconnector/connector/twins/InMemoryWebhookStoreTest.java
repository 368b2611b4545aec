package io.fortnoxconnector.connector.twins;

import io.fortnoxconnector.connector.contract.WebhookStoreContract;
import io.fortnoxconnector.connector.webhooks.WebhookStore;

class InMemoryWebhookStoreTest extends WebhookStoreContract {
  private final InMemoryWebhookStore store = new InMemoryWebhookStore();

  @Override
  protected WebhookStore store() {
    return store;
  }
}
