package io.fortnoxconnector.webhooks;

import static io.fortnoxconnector.connector.problems.ProblemType.FIELD_INVALID;
import static io.fortnoxconnector.connector.problems.ProblemType.FIELD_REQUIRED;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.fortnoxconnector.api.Body;
import io.fortnoxconnector.api.HttpRequest;
import io.fortnoxconnector.api.Rejected;
import io.fortnoxconnector.connector.webhooks.ReceiverUrl;
import io.fortnoxconnector.connector.webhooks.Webhook;
import io.fortnoxconnector.connector.webhooks.Webhook.Settings;
import io.fortnoxconnector.connector.webhooks.Webhook.Status;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The body of {@code POST /webhooks}, {@code {callbackUrl, eventType, resource, targetSystem}} as
 * Maesn has it, and {@code include}; of {@code PATCH} also {@code status}.
 */
record WebhookBody(Settings settings, @Nullable Status status) {

  private static final int LONGEST_URL = 2048;
  private static final int LONGEST = 100;
  private static final String TARGET = "fortnox";
  private static final String DATA = "data";
  private static final Set<String> EVENT_TYPES = Set.of("CREATED", "UPDATED", "DELETED");

  static WebhookBody created(HttpRequest request, ReceiverUrl urls) {
    Body body =
        Body.with(
            request, Set.of("callbackUrl", "eventType", "resource", "targetSystem", "include"));
    body.text("targetSystem", LONGEST)
        .filter(target -> !target.equals(TARGET))
        .ifPresent(_ -> refuse("/targetSystem", "The target system is fortnox."));
    return new WebhookBody(
        new Settings(
            url(body.required("callbackUrl", LONGEST_URL), urls),
            resource(body),
            eventType(body),
            include(body)),
        null);
  }

  /** What isn't there stays; null stands for all events, and for no data. */
  static WebhookBody patched(HttpRequest request, Webhook webhook, ReceiverUrl urls) {
    Body body =
        Body.with(request, Set.of("callbackUrl", "eventType", "resource", "include", "status"));
    ObjectNode members = Body.object(request);
    Settings now = webhook.settings();
    if (members.has("callbackUrl") && body.text("callbackUrl", LONGEST_URL).isEmpty()) {
      throw new Rejected(FIELD_REQUIRED.about("/callbackUrl", "A webhook has a callback URL."));
    }
    return new WebhookBody(
        new Settings(
            body.text("callbackUrl", LONGEST_URL)
                .map(text -> url(text, urls))
                .orElse(now.callbackUrl()),
            members.has("resource") ? resource(body) : now.resource(),
            members.has("eventType") ? eventType(body) : now.eventType(),
            members.has("include") ? include(body) : now.includesData()),
        status(body));
  }

  private static String url(String text, ReceiverUrl urls) {
    urls.flaw(text).ifPresent(flaw -> refuse("/callbackUrl", flaw));
    return text;
  }

  private static @Nullable String resource(Body body) {
    String resource = body.text("resource", LONGEST).orElse(null);
    if (resource != null && !Webhook.isTold(resource)) {
      refuse(
          "/resource",
          "resource is a list below /accounting such as customers, or connections, tasks,"
              + " webhooks.");
    }
    return resource;
  }

  private static @Nullable String eventType(Body body) {
    String type = body.text("eventType", LONGEST).orElse(null);
    if (type != null && !EVENT_TYPES.contains(type)) {
      refuse("/eventType", "eventType is CREATED, UPDATED or DELETED.");
    }
    return type;
  }

  private static boolean include(Body body) {
    String include = body.text("include", LONGEST).orElse(null);
    if (include != null && !include.equals(DATA)) {
      refuse("/include", "include is data, or isn't there.");
    }
    return include != null;
  }

  private static @Nullable Status status(Body body) {
    String status = body.text("status", LONGEST).orElse(null);
    if (status == null) {
      return null;
    }
    return switch (status) {
      case "ACTIVE" -> Status.ACTIVE;
      case "PAUSED" -> Status.PAUSED;
      default ->
          throw new Rejected(FIELD_INVALID.about("/status", "status is set to ACTIVE or PAUSED."));
    };
  }

  private static void refuse(String pointer, String why) {
    throw new Rejected(FIELD_INVALID.about(pointer, why));
  }
}
