package io.fortnoxconnector.aws;

import io.fortnoxconnector.connector.contract.WebhookStoreContract;
import io.fortnoxconnector.connector.webhooks.WebhookStore;
import io.fortnoxconnector.local.stack.backends.OverBackends;
import io.fortnoxconnector.local.stack.backends.Services;

@OverBackends
class DynamoWebhookStoreTest extends WebhookStoreContract {

  private final WebhookStore store;

  DynamoWebhookStoreTest(Services aws) {
    store = new DynamoWebhookStore(Tables.make(aws, "WebhooksTable"));
  }

  @Override
  protected WebhookStore store() {
    return store;
  }
}
