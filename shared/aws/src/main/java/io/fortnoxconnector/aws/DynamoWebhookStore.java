package io.fortnoxconnector.aws;

import io.fortnoxconnector.connector.webhooks.SigningKey;
import io.fortnoxconnector.connector.webhooks.Webhook;
import io.fortnoxconnector.connector.webhooks.Webhook.Settings;
import io.fortnoxconnector.connector.webhooks.Webhook.Status;
import io.fortnoxconnector.connector.webhooks.WebhookStore;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Webhooks, in the webhooks table: a tenant's in one partition, {@code hook#<connection or
 * all>#<id>}, so that those that an event may be for are beside each other, and how many there are,
 * {@code count#<connection or all>}.
 */
final class DynamoWebhookStore implements WebhookStore {

  private static final String HOOK = "hook#";
  private static final String COUNT = "count#";
  private static final String ALL = "all";
  private static final String THERE = "attribute_exists(id)";

  private static final Set<String> OPTIONAL_OF_SETTINGS =
      new TreeSet<>(Set.of("about", "eventType", "includesData"));

  private final Table table;

  DynamoWebhookStore(Table table) {
    this.table = table;
  }

  private Table of(String tenant) {
    return table.within("tenant#" + tenant);
  }

  private static String place(String webhook) {
    return HOOK + whose(webhook) + "#" + webhook;
  }

  private static String count(String webhook) {
    return COUNT + whose(webhook);
  }

  /** A webhook's id names its connection behind a hyphen. */
  private static String whose(String webhook) {
    int hyphen = webhook.indexOf('-');
    return hyphen < 0 ? ALL : webhook.substring(hyphen + 1);
  }

  @Override
  public Creation create(Webhook webhook, int most) {
    Table items = of(webhook.tenant());
    Item item =
        WebhookItems.of(webhook)
            .with("id", "tenant#" + webhook.tenant())
            .with("place", place(webhook.id()));
    return switch (items.transact(
        items.putting(item, "attribute_not_exists(id)"),
        items.updating(
            count(webhook.id()),
            "ADD webhooks :one",
            "attribute_not_exists(webhooks) OR webhooks < :most",
            Item.empty().with(":one", 1).with(":most", most)))) {
      case Transaction.Done() -> Creation.DONE;
      case Transaction.Unmet(var found) ->
          found.getFirst() == null ? Creation.TOO_MANY : Creation.THERE;
      case Transaction.Contended(var contention) -> throw contention;
    };
  }

  @Override
  public Optional<Webhook> find(String tenant, String webhook) {
    return of(tenant).get(place(webhook)).map(WebhookItems::webhook);
  }

  @Override
  public List<Webhook> ofTenant(String tenant, int limit, @Nullable String after) {
    // Behind a place comes the same with one more sign, the first of all.
    String from = after == null ? HOOK : place(after) + "\u0001";
    return of(tenant)
        .between(from, HOOK + "\uffff", limit)
        .limit(limit)
        .map(WebhookItems::webhook)
        .toList();
  }

  @Override
  public List<Webhook> covering(String tenant, String connection) {
    return Stream.of(ALL, connection)
        .flatMap(whose -> of(tenant).beginningWith(HOOK + whose + "#"))
        .map(WebhookItems::webhook)
        .toList();
  }

  @Override
  public Optional<Webhook> change(Webhook webhook, Settings settings, Instant now) {
    return shown(
        webhook,
        Change.to(WebhookItems.of(settings).with("updatedAt", now), OPTIONAL_OF_SETTINGS),
        THERE);
  }

  @Override
  public boolean rotate(Webhook webhook, List<SigningKey> keys, Instant now) {
    return of(webhook.tenant())
        .update(
            place(webhook.id()),
            "SET signingKeys = :keys, updatedAt = :now",
            "signingKeys = :old",
            Item.empty()
                .with(":keys", WebhookItems.text(keys))
                .with(":old", WebhookItems.text(webhook.keys()))
                .with(":now", now))
        .isDone();
  }

  @Override
  public Optional<Webhook> resume(Webhook webhook, Instant now) {
    return shown(
        webhook,
        new Change(
            "SET hookStatus = :active, updatedAt = :now, resumedAt = :now"
                + " REMOVE failingSince, holdUntil",
            Item.empty().with(":active", Status.ACTIVE.name()).with(":now", now)),
        THERE);
  }

  @Override
  public boolean stop(Webhook webhook, Status status, Instant now) {
    return of(webhook.tenant())
        .update(
            place(webhook.id()),
            "SET hookStatus = :status, updatedAt = :now",
            "hookStatus = :active",
            Item.empty()
                .with(":status", status.name())
                .with(":active", Status.ACTIVE.name())
                .with(":now", now))
        .isDone();
  }

  @Override
  public boolean remove(String tenant, String webhook) {
    Table items = of(tenant);
    return switch (items.transact(
        items.deleting(place(webhook), THERE),
        items.updating(
            count(webhook),
            "ADD webhooks :less",
            "webhooks > :none",
            Item.empty().with(":less", -1).with(":none", 0)))) {
      case Transaction.Done() -> true;
      // One that was made before they were counted.
      case Transaction.Unmet(var found) when found.getFirst() == null ->
          items.delete(place(webhook), THERE, Item.empty()).isDone();
      case Transaction.Unmet _ -> false;
      case Transaction.Contended(var contention) -> throw contention;
    };
  }

  @Override
  public Optional<Webhook> failed(Webhook webhook, Instant now, Instant holdUntil) {
    return shown(
        webhook,
        new Change(
            "SET failingSince = if_not_exists(failingSince, :now), holdUntil = :hold",
            Item.empty().with(":now", now).with(":hold", holdUntil)),
        THERE);
  }

  @Override
  public void well(Webhook webhook, @Nullable Instant recoveredAt) {
    of(webhook.tenant())
        .update(
            place(webhook.id()),
            (recoveredAt == null ? "" : "SET recoveredAt = :at ")
                + "REMOVE failingSince, holdUntil",
            THERE,
            Item.empty().with(":at", recoveredAt));
  }

  private Optional<Webhook> shown(Webhook webhook, Change change, String condition) {
    return switch (of(webhook.tenant())
        .updateShowingNew(place(webhook.id()), change.expression(), condition, change.values())) {
      case Write.Done(var now) -> Optional.of(WebhookItems.webhook(now));
      case Write.Unmet _ -> Optional.empty();
    };
  }
}
