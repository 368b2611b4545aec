package io.fortnoxconnector.sandbox.oauth;

import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The companies, as far as consent is concerned. */
public interface Accounts {

  /**
   * One company's account.
   *
   * @param locked whether the account is locked or unpaid
   * @param administrator whether the person who consents is a system administrator
   * @param missingLicences scopes for which the company has no licence
   * @param missingAppLicence whether it lacks the integration's own licence
   */
  record Account(
      String number,
      String name,
      boolean locked,
      boolean administrator,
      Set<String> missingLicences,
      boolean missingAppLicence) {}

  List<Account> all();

  Optional<Account> find(String number);
}
