package io.fortnoxconnector.connector.tenants;

import io.fortnoxconnector.fortnox.FortnoxGrants.AccountType;
import java.util.NavigableSet;

/**
 * A vendor's own integration at Fortnox.
 *
 * @param secretName where its client secret lies in the {@link
 *     io.fortnoxconnector.connector.SecretStore}
 * @param accountType SERVICE unless the vendor's integration has no service account
 * @param scopes what the vendor's companies are asked to consent to; all must be enabled in
 *     Fortnox's developer portal
 */
public record FortnoxApp(
    String clientId, String secretName, AccountType accountType, NavigableSet<String> scopes) {}
