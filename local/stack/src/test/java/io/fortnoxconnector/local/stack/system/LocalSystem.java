package io.fortnoxconnector.local.stack.system;

import io.fortnoxconnector.local.stack.SandboxFortnox;
import io.fortnoxconnector.local.stack.Stack;
import io.fortnoxconnector.local.stack.StackOptions;
import io.fortnoxconnector.local.stack.backends.Backend;
import io.fortnoxconnector.local.stack.backends.Services;
import io.fortnoxconnector.local.stack.client.Api;
import io.fortnoxconnector.local.stack.client.FortnoxApp;
import io.fortnoxconnector.local.stack.client.RegisteredVendor;
import io.fortnoxconnector.local.stack.functions.FunctionFailure;
import io.fortnoxconnector.sandbox.Sandbox;
import java.net.URI;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BiFunction;

/**
 * The local stack with the sandbox as its Fortnox. Tests don't share companies or vendors: each
 * takes its own, so that none uses up another's rate budget.
 */
final class LocalSystem implements AutoCloseable {

  static final String CALLBACK = "https://vendor.example/connected";

  private final Stack stack;
  private final Inside inside;
  private final Api api;
  private final AtomicInteger count = new AtomicInteger();

  private LocalSystem(BiFunction<StackOptions, Sandbox, StackOptions> change) {
    Sandbox sandbox = Sandbox.start(Sandbox.options().withDefaults());
    StackOptions options = StackOptions.defaults().fortnox(_ -> new SandboxFortnox(sandbox));
    StackOptions changed = change.apply(options, sandbox);
    stack = Stack.start(changed);
    inside = new Inside(changed.place());
    api = new Api(stack.baseUrl());
  }

  static LocalSystem start() {
    return start((options, sandbox) -> options);
  }

  /** In the services of a backend instead of the stack's own. */
  static LocalSystem start(Backend backend) {
    return start(
        (options, sandbox) ->
            options.services(backend.services().endpoints(), Services.newPlace()));
  }

  /** With other options, which may depend on where the sandbox is. */
  static LocalSystem start(BiFunction<StackOptions, Sandbox, StackOptions> change) {
    return new LocalSystem(change);
  }

  Stack stack() {
    return stack;
  }

  /** What the schedule does each minute about changes at Fortnox. */
  void look() {
    try {
      stack.runSchedule("LookEveryMinute");
    } catch (FunctionFailure e) {
      throw new AssertionError(e);
    }
  }

  Sandbox fortnox() {
    return stack.sandbox();
  }

  /** What AWS's own clients see of it. */
  Inside inside() {
    return inside;
  }

  /** Somebody without keys. */
  Caller anybody() {
    return new Caller(stack.baseUrl());
  }

  Caller admin() {
    return anybody().with("X-ADMIN-KEY", stack.adminKey());
  }

  /** A new vendor with a Fortnox integration of its own and {@link #CALLBACK} on its list. */
  Vendor vendor() {
    return vendor("service");
  }

  /**
   * @param accountType {@code service}, or {@code user} for connections that live by refresh tokens
   */
  Vendor vendor(String accountType) {
    int number = count.incrementAndGet();
    RegisteredVendor registered =
        RegisteredVendor.register(
            stack,
            api,
            "Vendor " + number,
            new FortnoxApp("client-" + number, "client-secret-of-" + number, accountType),
            URI.create(CALLBACK));
    return new Vendor(
        this,
        registered.tenantId(),
        registered.apiKeyId(),
        registered.apiKey(),
        registered.app().clientId(),
        registered.app().clientSecret());
  }

  /** What the vendor's integration may ask for, as set in Fortnox's developer portal. */
  void enable(Vendor vendor, Set<String> scopes) {
    new FortnoxApp(vendor.clientId(), vendor.clientSecret(), "service").enterAt(stack, scopes);
  }

  /** A new company at Fortnox; its number. */
  String newCompany() {
    String number = String.valueOf(200_000 + count.incrementAndGet());
    fortnox().addCompany(number, "Bolag " + number + " AB", "556036-0793");
    return number;
  }

  /** A new company, connected by a new vendor. */
  Company company() {
    return vendor().connect(newCompany());
  }

  @Override
  public void close() {
    api.close();
    inside.close();
    stack.close();
  }
}
