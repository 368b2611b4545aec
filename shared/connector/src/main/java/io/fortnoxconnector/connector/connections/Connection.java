package io.fortnoxconnector.connector.connections;

import io.fortnoxconnector.connector.budget.BudgetKey;
import io.fortnoxconnector.connector.tokens.TokenState;
import java.time.Instant;
import java.util.List;
import java.util.NavigableSet;
import org.jspecify.annotations.Nullable;

/**
 * A tenant's link to one Fortnox company. One per tenant and company: connecting again renews it.
 *
 * @param id derived from tenant and company, so that there can't be two
 * @param companyId the company's number at Fortnox, from a claim of its tokens
 * @param companyName as Fortnox had it when the connection was made; null where the consent doesn't
 *     cover it
 * @param clientId the Fortnox integration that the consent was given to
 * @param secretName where that integration's client secret lies
 * @param consentDetail what Fortnox said, and the scope it was about; null while ACTIVE
 * @param accountKeyHashes of the newest two account keys: an exchange whose answer was lost leaves
 *     the old one working
 */
public record Connection(
    String id,
    String tenant,
    String companyId,
    @Nullable String companyName,
    @Nullable String organisationNumber,
    String clientId,
    String secretName,
    NavigableSet<String> scopes,
    Consent consent,
    @Nullable ConsentDetail consentDetail,
    List<String> accountKeyHashes,
    Instant connectedAt,
    TokenState tokens) {

  /** Why a consent isn't ACTIVE. */
  public record ConsentDetail(String scope, String message) {}

  /** Fortnox counts requests per client id and company. */
  public BudgetKey budgetKey() {
    return new BudgetKey(clientId, companyId);
  }
}
