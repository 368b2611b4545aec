package io.fortnoxconnector.sandbox;

import io.fortnoxconnector.sandbox.oauth.Accounts;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentSkipListMap;

/** The companies of one sandbox, by number. */
final class Companies implements Accounts {

  private final Map<String, Company> companies = new ConcurrentSkipListMap<>();

  void add(Company company) {
    companies.put(company.number(), company);
  }

  Optional<Company> get(String number) {
    return Optional.ofNullable(companies.get(number));
  }

  void reset() {
    companies.values().forEach(Company::reset);
  }

  @Override
  public List<Account> all() {
    return companies.values().stream().map(Company::account).toList();
  }

  @Override
  public Optional<Account> find(String number) {
    return get(number).map(Company::account);
  }
}
