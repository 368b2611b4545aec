package io.fortnoxconnector.aws;

import static org.assertj.core.api.Assertions.assertThat;

import io.fortnoxconnector.connector.contract.WebhookStoreContract;
import io.fortnoxconnector.connector.webhooks.Webhook;
import io.fortnoxconnector.connector.webhooks.WebhookStore;
import io.fortnoxconnector.connector.webhooks.WebhookStore.Creation;
import io.fortnoxconnector.local.stack.backends.OverBackends;
import io.fortnoxconnector.local.stack.backends.Services;
import org.junit.jupiter.api.Test;

@OverBackends
class DynamoWebhookStoreTest extends WebhookStoreContract {

  private final Table table;
  private final WebhookStore store;

  DynamoWebhookStoreTest(Services aws) {
    table = Tables.make(aws, "WebhooksTable");
    store = new DynamoWebhookStore(table);
  }

  @Override
  protected WebhookStore store() {
    return store;
  }

  @Test
  void whatWasMadeBeforeTheyWereCountedCanBeRemovedAndCountsForNothing() {
    Webhook counted = webhook("counted", null);
    Webhook old = webhook("old", null);
    assertThat(store.create(old, 1)).isEqualTo(Creation.DONE);
    Table items = table.within("tenant#" + old.tenant());
    items.delete("count#all", "attribute_exists(id)", Item.empty());

    assertThat(store.create(counted, 1)).isEqualTo(Creation.DONE);
    assertThat(store.remove(old.tenant(), old.id())).isTrue();
    assertThat(store.remove(old.tenant(), old.id())).isFalse();
    assertThat(store.remove(counted.tenant(), counted.id())).isTrue();

    assertThat(items.get("count#all").orElseThrow().number("webhooks")).isZero();
  }
}
