package io.fortnoxconnector.fortnox;

import java.net.URI;
import java.util.Set;

/**
 * Fortnox's OAuth 2 endpoints, {@code https://apps.fortnox.se/oauth-v1}. Nothing is repeated in
 * here.
 */
public interface FortnoxGrants {

  /** Whose rights the integration gets when the company consents. */
  enum AccountType {
    /**
     * A service account of its own; only a system administrator can approve. Allows client
     * credentials.
     */
    SERVICE,
    /** The rights of the person who consents. */
    USER
  }

  /** Where the user's browser is sent to consent. */
  URI authorizeUrl(
      String clientId, URI redirectUri, Set<String> scopes, String state, AccountType accountType);

  GrantReply exchangeCode(AppCredentials app, Secret code, URI redirectUri);

  /** Uses up the refresh token: send it once, and store what comes back before using it. */
  GrantReply refresh(AppCredentials app, Secret refreshToken);

  /**
   * An access token for a company that has consented to a service account, without a refresh token.
   *
   * @param companyId the company's number at Fortnox, sent as {@code TenantId}
   */
  GrantReply clientCredentials(AppCredentials app, String companyId);

  /** Withdraws the consent behind a refresh token; true if Fortnox confirmed it. */
  boolean revoke(AppCredentials app, Secret refreshToken);
}
