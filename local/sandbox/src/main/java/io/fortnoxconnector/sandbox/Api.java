package io.fortnoxconnector.sandbox;

import io.fortnoxconnector.sandbox.http.Answer;
import io.fortnoxconnector.sandbox.http.Call;
import io.fortnoxconnector.sandbox.http.FortnoxJson;
import io.fortnoxconnector.sandbox.limit.RateLimits;
import io.fortnoxconnector.sandbox.oauth.AccessToken;
import io.fortnoxconnector.sandbox.oauth.Grant;
import io.fortnoxconnector.sandbox.register.AttachmentService;
import io.fortnoxconnector.sandbox.register.CabinetEndpoint;
import io.fortnoxconnector.sandbox.register.Catalogue;
import io.fortnoxconnector.sandbox.register.Refusal;
import io.fortnoxconnector.sandbox.register.Register;
import io.fortnoxconnector.sandbox.register.RegisterEndpoint;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** {@code /3/…}: who asks, how often, what for and with what right; then the register itself. */
final class Api {

  private final Companies companies;
  private final RateLimits limits;
  private final RegisterEndpoint registers;
  private final Clock clock;
  private volatile boolean retryAfter;

  Api(
      Companies companies,
      RateLimits limits,
      RegisterEndpoint registers,
      Clock clock,
      boolean retryAfter) {
    this.companies = companies;
    this.limits = limits;
    this.registers = registers;
    this.clock = clock;
    this.retryAfter = retryAfter;
  }

  void retryAfter(boolean now) {
    retryAfter = now;
  }

  Answer answer(Call call, Optional<AccessToken> token) {
    var now = clock.instant();
    if (token.isEmpty() || !now.isBefore(token.get().expires())) {
      return unauthorized();
    }
    var grant = token.get().grant();
    var company = companies.get(grant.company());
    if (company.isEmpty()) {
      return unauthorized();
    }
    var wait = limits.refuse(grant.clientId(), grant.company(), now);
    if (wait.isPresent()) {
      return tooMany(wait.get());
    }
    return route(call, grant, company.get());
  }

  static Answer unauthorized() {
    return Answer.json(401, FortnoxJson.object().put("message", "unauthorized"));
  }

  Answer tooMany(Duration wait) {
    // Fortnox's body isn't recorded; a client must cope with one that isn't JSON.
    var answer = Answer.of(429, "text/plain", "Too Many Requests");
    return retryAfter
        ? answer.with("Retry-After", String.valueOf(Math.ceilDiv(wait.toMillis(), 1000)))
        : answer;
  }

  private Answer route(Call call, Grant grant, Company company) {
    var segments = call.segments();
    if (call.path().startsWith(AttachmentService.PATH)) {
      return refusal(grant, company, "connectfile", "filkopplingar")
          .map(Refusal::answer)
          .orElseGet(() -> AttachmentService.answer(call, company.books()));
    }
    if (CabinetEndpoint.isOne(segments)) {
      var place = segments.get(1);
      return refusal(grant, company, place, "filer")
          .map(Refusal::answer)
          .orElseGet(
              () ->
                  CabinetEndpoint.answer(
                      call, place, segments.stream().skip(2).findFirst(), company.books()));
    }
    for (int names = segments.size() - 1; names > 0; names--) {
      var register = Catalogue.find(String.join("/", segments.subList(1, 1 + names)));
      var rest = segments.subList(1 + names, segments.size());
      if (register.isPresent() && register.get().isOne(rest)) {
        return authorized(call, register.get(), rest, grant, company);
      }
    }
    return Refusal.noSuchRoute().answer();
  }

  private Answer authorized(
      Call call, Register register, List<String> key, Grant grant, Company company) {
    return refusal(grant, company, register.scope(), register.permission())
        .map(Refusal::answer)
        .orElseGet(() -> registers.answer(call, register, key, company.books()));
  }

  private static Optional<Refusal> refusal(
      Grant grant, Company company, String scope, String permission) {
    if (company.lacksApiLicence()) {
      return Optional.of(Refusal.apiLicenceMissing());
    }
    if (!grant.scopes().contains(scope)) {
      return Optional.of(Refusal.scopeMissing());
    }
    if (company.lacksLicence(scope)) {
      return Optional.of(Refusal.licenceMissing());
    }
    return !grant.service() && company.lacksPermission(scope)
        ? Optional.of(Refusal.permissionMissing(permission))
        : Optional.empty();
  }
}
