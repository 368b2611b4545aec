package io.fortnoxconnector.connector.connections;

import java.net.URI;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A connection being made, at one of its three moments. Each lives for minutes and is found by the
 * hash of a random value.
 */
public sealed interface Flow {

  Instant expiresAt();

  /** What the vendor asked for when it fetched a login link. */
  record Request(
      String tenant,
      URI callbackUrl,
      URI cancelUrl,
      @Nullable String vendorState,
      @Nullable String expectedCompany) {}

  /** A login link was handed out. It may be opened more than once: mail scanners open links too. */
  record Link(Request request, Instant expiresAt) implements Flow {}

  /**
   * A browser opened the link and was sent to Fortnox.
   *
   * @param browserHash hash of the cookie that binds the flow to that browser
   */
  record AtFortnox(
      Request request, String browserHash, URI redirectUri, String clientId, Instant expiresAt)
      implements Flow {}

  /** The company consented; the vendor may fetch the account key. */
  record Connected(String tenant, String connection, Instant expiresAt) implements Flow {}
}
