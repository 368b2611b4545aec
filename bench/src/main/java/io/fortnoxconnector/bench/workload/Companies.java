package io.fortnoxconnector.bench.workload;

import io.fortnoxconnector.local.stack.Stack;
import io.fortnoxconnector.local.stack.client.Api;
import io.fortnoxconnector.local.stack.client.FortnoxApp;
import io.fortnoxconnector.local.stack.client.RegisteredVendor;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

/** Makes companies at a stack's sandbox and connects them, over HTTP as everybody does. */
public final class Companies {

  private static final URI CALLBACK = URI.create("https://vendor.example/connected");
  private static final int FIRST = 300_000;

  private final Stack stack;
  private final Api anybody;
  private final AtomicInteger vendors = new AtomicInteger();
  private final AtomicInteger companies = new AtomicInteger(FIRST);

  /**
   * @param anybody the stack's API without keys
   */
  public Companies(Stack stack, Api anybody) {
    this.stack = stack;
    this.anybody = anybody;
  }

  /** New companies of two new vendors: the first ones with client credentials. */
  public List<WritingCompany> connect(int withClientCredentials, int withRefreshTokens) {
    var connected = new ArrayList<WritingCompany>();
    add(connected, "service", withClientCredentials);
    add(connected, "user", withRefreshTokens);
    return List.copyOf(connected);
  }

  /**
   * A new vendor.
   *
   * @param accountType {@code service}, or {@code user} for connections that live by refresh tokens
   */
  public RegisteredVendor vendor(String accountType) {
    int number = vendors.incrementAndGet();
    return RegisteredVendor.register(
        stack,
        anybody,
        "Vendor " + number,
        new FortnoxApp("client-" + number, "secret-of-client-" + number, accountType),
        CALLBACK);
  }

  /** A new company at Fortnox, connected by that vendor. */
  public WritingCompany company(RegisteredVendor vendor) {
    String number = Integer.toString(companies.incrementAndGet());
    stack.sandbox().addCompany(number, "Bolag " + number + " AB", "556036-0793");
    return connect(vendor, number);
  }

  /** A company that is there already, connected by that vendor too. */
  public WritingCompany connect(RegisteredVendor vendor, String number) {
    return new WritingCompany(vendor, number);
  }

  private void add(List<WritingCompany> connected, String accountType, int count) {
    if (count > 0) {
      RegisteredVendor vendor = vendor(accountType);
      for (int i = 0; i < count; i++) {
        connected.add(company(vendor));
      }
    }
  }
}
