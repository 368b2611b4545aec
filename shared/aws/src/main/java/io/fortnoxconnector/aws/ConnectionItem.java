package io.fortnoxconnector.aws;

import io.fortnoxconnector.connector.connections.Connection;
import io.fortnoxconnector.connector.connections.Connection.ConsentDetail;
import io.fortnoxconnector.connector.connections.Consent;
import io.fortnoxconnector.connector.tokens.Sealed;
import io.fortnoxconnector.connector.tokens.TokenState;
import io.fortnoxconnector.connector.tokens.TokenState.Grant;
import java.util.Objects;
import java.util.stream.Stream;

/**
 * A connection as an item of the connections table, with its tokens as KMS ciphertext. {@link
 * DynamoTokenStore} and {@link DynamoRounds} change what is theirs of it.
 */
final class ConnectionItem {

  private ConnectionItem() {}

  /** All that consent gives, and from when on it's looked at; not the id, nor account keys. */
  static Item of(Connection connection) {
    TokenState tokens = connection.tokens();
    Sealed refresh = tokens.refresh();
    ConsentDetail detail = connection.consentDetail();
    Item item =
        Item.empty()
            .with("tenant", connection.tenant())
            .with("companyId", connection.companyId())
            .with("companyName", connection.companyName())
            .with("organisationNumber", connection.organisationNumber())
            .with("clientId", connection.clientId())
            .with("secretName", connection.secretName())
            .with("scopes", connection.scopes())
            .with("consent", connection.consent().name())
            .with("consentScope", detail == null ? null : detail.scope())
            .with("consentMessage", detail == null ? null : detail.message())
            .with("connectedAt", connection.connectedAt())
            .with("grantType", tokens.grant().name())
            .with("tokenVersion", tokens.version())
            .with("access", tokens.access().bytes())
            .with("accessExpiresAt", tokens.accessExpiresAt())
            .with("refresh", refresh == null ? null : refresh.bytes())
            .with("renewedAt", tokens.renewedAt())
            .with("lookFor", DynamoRounds.LOOKED_AT)
            .with("lookDueAt", connection.connectedAt());
    return tokens.grant() == Grant.REFRESH_TOKEN
        ? item.with("keepAlive", DynamoTokenStore.KEEP_ALIVE)
            .with("refreshDueAt", DynamoTokenStore.refreshDue(tokens.renewedAt()))
        : item;
  }

  static Connection read(Item item) {
    byte[] refresh = item.binaryOrNull("refresh");
    String message = item.textOrNull("consentMessage");
    return new Connection(
        item.required("id"),
        item.required("tenant"),
        item.required("companyId"),
        item.textOrNull("companyName"),
        item.textOrNull("organisationNumber"),
        item.required("clientId"),
        item.required("secretName"),
        item.texts("scopes"),
        Consent.valueOf(item.required("consent")),
        message == null ? null : new ConsentDetail(item.text("consentScope", ""), message),
        Stream.of("newerKey", "olderKey")
            .map(name -> item.text(name, ""))
            .filter(hash -> !hash.isEmpty())
            .distinct()
            .toList(),
        item.time("connectedAt"),
        new TokenState(
            Grant.valueOf(item.required("grantType")),
            item.number("tokenVersion"),
            Sealed.of(Objects.requireNonNull(item.binaryOrNull("access"), "access")),
            item.time("accessExpiresAt"),
            refresh == null ? null : Sealed.of(refresh),
            item.textOrNull("leaseOwner"),
            item.timeOrNull("leaseUntil"),
            item.time("renewedAt")));
  }
}
