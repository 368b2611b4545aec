package io.fortnoxconnector.connector.webhooks;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.fortnoxconnector.connector.Timing;
import io.fortnoxconnector.connector.events.Event;
import io.fortnoxconnector.connector.tokens.TokenCipher;
import io.fortnoxconnector.connector.tokens.TokenCipher.Purpose;
import io.fortnoxconnector.fortnox.Json;
import io.fortnoxconnector.fortnox.Secret;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Makes messages of events, and posts them (<a
 * href="https://github.com/standard-webhooks/standard-webhooks/blob/main/spec/standard-webhooks.md">Standard
 * Webhooks</a>): the event's id is the message's, each time it's sent.
 */
public final class Post {

  private final TokenCipher cipher;
  private final Sender sender;
  private final Timing timing;

  public Post(TokenCipher cipher, Sender sender, Timing timing) {
    this.cipher = cipher;
    this.sender = sender;
    this.timing = timing;
  }

  /** A webhook whose secrets are open, for a while: who rotates them isn't seen. */
  final class Addressee {

    private final URI receiver;
    private final List<Secret> secrets;

    private Addressee(Webhook webhook) {
      receiver = URI.create(webhook.settings().callbackUrl());
      secrets =
          webhook.keys().stream()
              .filter(key -> key.signsAt(timing.now()))
              .map(key -> cipher.open(key.sealed(), webhook.id(), Purpose.WEBHOOK_SECRET))
              .toList();
    }

    /** One attempt. */
    Attempt send(Event event, @Nullable ObjectNode entity) {
      byte[] body = Json.bytes(body(event, entity));
      Instant begun = timing.now();
      Map<String, String> headers =
          Map.of(
              "content-type",
              "application/json",
              "webhook-id",
              event.id(),
              "webhook-timestamp",
              Long.toString(begun.getEpochSecond()),
              "webhook-signature",
              Signature.of(secrets, event.id(), begun, body));
      Sender.Reply reply = sender.post(receiver, headers, body);
      return new Attempt(event, begun, timing.now(), reply);
    }
  }

  Addressee to(Webhook webhook) {
    return new Addressee(webhook);
  }

  private static ObjectNode body(Event event, @Nullable ObjectNode entity) {
    ObjectNode body = event.json();
    if (entity != null) {
      body.withObjectProperty("data").set("entity", entity);
    }
    return body;
  }
}
