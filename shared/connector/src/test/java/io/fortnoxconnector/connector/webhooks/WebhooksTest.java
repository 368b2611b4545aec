package io.fortnoxconnector.connector.webhooks;

import static org.assertj.core.api.Assertions.assertThat;

import io.fortnoxconnector.connector.tokens.TokenCipher.Purpose;
import io.fortnoxconnector.connector.twins.FakeReceiver.Message;
import io.fortnoxconnector.connector.webhooks.Webhook.Settings;
import io.fortnoxconnector.connector.webhooks.Webhook.Status;
import io.fortnoxconnector.connector.webhooks.Webhooks.Keyed;
import io.fortnoxconnector.fortnox.Secret;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class WebhooksTest {

  private final DeliveryScene scene = new DeliveryScene();

  private static String signature(Secret secret, Message message) {
    return Signature.of(
        List.of(secret),
        message.id(),
        Instant.ofEpochSecond(Long.parseLong(message.headers().get("webhook-timestamp"))),
        message.body().getBytes(StandardCharsets.UTF_8));
  }

  private List<String> signatures() {
    Message last = scene.receiver.messages().getLast();
    return Arrays.asList(last.headers().get("webhook-signature").split(" ", -1));
  }

  private Message tested(Webhook webhook) {
    scene.webhooks.test(scene.now(webhook));
    return scene.receiver.messages().getLast();
  }

  @Test
  void aMessageIsSignedWithTheSecretThatWasShownOnce() {
    Keyed created =
        scene.webhooks.create(DeliveryScene.TENANT, null, DeliveryScene.ALL).orElseThrow();

    Message message = tested(created.webhook());

    assertThat(signatures()).containsExactly(signature(created.secret(), message));
    assertThat(message.body()).contains("\"webhook.test\"", created.webhook().id());
  }

  @Test
  void aSecretIsSealedForItsWebhookAlone() {
    Keyed created =
        scene.webhooks.create(DeliveryScene.TENANT, null, DeliveryScene.ALL).orElseThrow();
    Webhook webhook = created.webhook();

    assertThat(
            scene.world.cipher.open(
                webhook.keys().getFirst().sealed(), webhook.id(), Purpose.WEBHOOK_SECRET))
        .isEqualTo(created.secret());
    assertThat(webhook.toString()).doesNotContain(created.secret().reveal());
  }

  @Test
  void aRotatedSecretSignsOnBesideItsSuccessorForADay() {
    Keyed first =
        scene.webhooks.create(DeliveryScene.TENANT, null, DeliveryScene.ALL).orElseThrow();
    Keyed second = scene.webhooks.rotate(DeliveryScene.TENANT, first.webhook().id()).orElseThrow();

    Message both = tested(first.webhook());
    assertThat(signatures())
        .containsExactly(signature(second.secret(), both), signature(first.secret(), both));

    scene.world.timing.advance(Duration.ofDays(1));
    Message one = tested(first.webhook());
    assertThat(signatures()).containsExactly(signature(second.secret(), one));
    assertThat(scene.webhooks.rotate(DeliveryScene.TENANT, "none")).isEmpty();
    assertThat(scene.webhooks.rotate("another", first.webhook().id())).isEmpty();
  }

  @Test
  void moreThanFourSecretsNeverSign() {
    Webhook webhook = scene.hook();
    for (int i = 0; i < 6; i++) {
      scene.webhooks.rotate(DeliveryScene.TENANT, webhook.id()).orElseThrow();
    }

    tested(webhook);

    assertThat(signatures()).hasSize(4).doesNotHaveDuplicates();
  }

  @Test
  void aTenantHasTenForAllAndTenForEachConnection() {
    for (int i = 0; i < 10; i++) {
      scene.hook();
      assertThat(scene.webhooks.create(DeliveryScene.TENANT, "one", DeliveryScene.ALL)).isPresent();
    }

    assertThat(scene.webhooks.create(DeliveryScene.TENANT, null, DeliveryScene.ALL)).isEmpty();
    assertThat(scene.webhooks.create(DeliveryScene.TENANT, "one", DeliveryScene.ALL)).isEmpty();
    assertThat(scene.webhooks.create(DeliveryScene.TENANT, "two", DeliveryScene.ALL)).isPresent();
    assertThat(scene.webhooks.create("another", null, DeliveryScene.ALL)).isPresent();
  }

  @Test
  void itsOwnerMayPauseAndResumeIt() {
    Webhook webhook = scene.hook();
    var elsewhere = new Settings("https://b.example", "items", null, true);

    Webhook paused = scene.webhooks.change(webhook, elsewhere, Status.PAUSED).orElseThrow();
    scene.tell("one", 1);
    scene.deliver();

    assertThat(paused.status()).isEqualTo(Status.PAUSED);
    assertThat(paused.settings()).isEqualTo(elsewhere);
    assertThat(scene.receiver.messages()).isEmpty();

    scene.webhooks.change(paused, DeliveryScene.ALL, Status.ACTIVE);
    scene.ring("one");
    scene.deliver();
    assertThat(scene.receiver.messages()).hasSize(1);
  }

  @Test
  void aTestIsLoggedAndCantBeReplayed() {
    Webhook webhook = scene.hook();
    tested(webhook);

    Delivery test = scene.webhooks.deliveries(webhook, 10, null).getFirst();

    assertThat(test.type()).isEqualTo("webhook.test");
    assertThat(scene.webhooks.replay(webhook, test.id())).isEqualTo(Webhooks.Replay.GONE);
  }
}
