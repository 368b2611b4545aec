package io.fortnoxconnector.sandbox;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.fortnoxconnector.sandbox.oauth.Accounts.Account;
import io.fortnoxconnector.sandbox.oauth.Grants;
import io.fortnoxconnector.sandbox.register.Books;
import io.fortnoxconnector.sandbox.register.Chart;
import java.time.Clock;
import java.util.List;
import java.util.Set;

/** One company in the sandbox: its books, and what its account and its users may do. */
public final class Company {

  private final String number;
  private final String name;
  private final String organisationNumber;
  private final Grants grants;
  private final Books books;
  private volatile boolean locked;
  private volatile boolean administrator = true;
  private volatile boolean missingAppLicence;
  private volatile boolean missingApiLicence;
  private volatile Set<String> missingLicences = Set.of();
  private volatile Set<String> missingPermissions = Set.of();

  Company(String number, String name, String organisationNumber, Grants grants, Clock clock) {
    this.number = number;
    this.name = name;
    this.organisationNumber = organisationNumber;
    this.grants = grants;
    this.books = new Books(clock);
    reset();
  }

  /** What Fortnox calls the tenant id or database number. */
  public String number() {
    return number;
  }

  public String name() {
    return name;
  }

  public List<ObjectNode> customers() {
    return records("customers");
  }

  public List<ObjectNode> suppliers() {
    return records("suppliers");
  }

  /**
   * Copies of a register's records under Fortnox's field names; what is unset is absent.
   *
   * @param register as in the path, for example {@code termsofpayments}
   */
  public List<ObjectNode> records(String register) {
    return books.records(register);
  }

  /** Puts a record in unchecked; replaces one with the same key. */
  public void seed(String register, ObjectNode values) {
    books.seed(register, values);
  }

  /** Makes a folder of the archive, and those that it's in. */
  public void addFolder(String path) {
    books.addFolder(path);
  }

  /** The names of all files, of the inbox and the archive, oldest first. */
  public List<String> fileNames() {
    return books.fileNames();
  }

  /** Takes every record of the register out. */
  public void empty(String register) {
    books.empty(register);
  }

  /** A locked or unpaid account: consent comes back with neither code nor state, no new tokens. */
  public void locked(boolean now) {
    locked = now;
  }

  /**
   * Whether the person who consents is a system administrator; only those approve service accounts.
   */
  public void userIsAdministrator(boolean now) {
    administrator = now;
  }

  /** Whether the company lacks the integration's own licence. */
  public void missingAppLicence(boolean now) {
    missingAppLicence = now;
  }

  /** Every request is then refused with 2001103. */
  public void missingApiLicence(boolean now) {
    missingApiLicence = now;
  }

  /** Scopes that the company has no licence for: 2001101, and no consent to them. */
  public void missingLicences(Set<String> scopes) {
    missingLicences = Set.copyOf(scopes);
  }

  /**
   * Scopes whose registers the consenting user may not open: 2003275, unless a service account
   * asks.
   */
  public void missingPermissions(Set<String> scopes) {
    missingPermissions = Set.copyOf(scopes);
  }

  /** The user removes the integration. Access tokens live on until they expire, as at Fortnox. */
  public void revokeConsent(String clientId) {
    grants.withdraw(clientId, number);
  }

  /** All access tokens issued so far are refused from now on. */
  public void expireAccessTokens() {
    grants.expireAccessTokens(number);
  }

  Books books() {
    return books;
  }

  boolean lacksApiLicence() {
    return missingApiLicence;
  }

  boolean lacksLicence(String scope) {
    return missingLicences.contains(scope);
  }

  boolean lacksPermission(String scope) {
    return missingPermissions.contains(scope);
  }

  Account account() {
    return new Account(number, name, locked, administrator, missingLicences, missingAppLicence);
  }

  void reset() {
    Chart.fill(books, number, name, organisationNumber);
    locked = false;
    administrator = true;
    missingAppLicence = false;
    missingApiLicence = false;
    missingLicences = Set.of();
    missingPermissions = Set.of();
  }
}
