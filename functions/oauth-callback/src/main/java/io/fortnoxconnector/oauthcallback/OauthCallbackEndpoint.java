package io.fortnoxconnector.oauthcallback;

import io.fortnoxconnector.api.Endpoint;
import io.fortnoxconnector.api.HttpRequest;
import io.fortnoxconnector.api.HttpResponse;
import io.fortnoxconnector.api.Languages;
import io.fortnoxconnector.connector.connections.Arrival;
import io.fortnoxconnector.connector.connections.Arrival.Reason;
import io.fortnoxconnector.connector.connections.Connecting;
import io.fortnoxconnector.connector.connections.Connecting.Departure;
import io.fortnoxconnector.connector.connections.Reception;
import io.fortnoxconnector.connector.connections.Reception.Visit;
import io.fortnoxconnector.fortnox.Secret;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The two addresses that a company's user sees: the login link, and the one that Fortnox sends the
 * browser back to.
 */
final class OauthCallbackEndpoint implements Endpoint {

  /**
   * The prefix makes browsers refuse the cookie unless it's secure, of this host alone, and for
   * every path (RFC 6265bis).
   */
  private static final String COOKIE = "__Host-fortnox-connect";

  /** Of the pages; whoever reads neither gets the first. */
  private static final List<String> LANGUAGES = List.of("en", "sv");

  private final Connecting connecting;
  private final Reception reception;
  private final String publicBase;

  OauthCallbackEndpoint(Connecting connecting, Reception reception, String publicBase) {
    this.connecting = connecting;
    this.reception = reception;
    this.publicBase = publicBase;
  }

  @Override
  public String rehearsalRoute() {
    return "GET /auth/fortnox/login";
  }

  @Override
  public HttpResponse answer(HttpRequest request) {
    return switch (request.route()) {
      case "GET /auth/fortnox/login" -> depart(request);
      case "GET /auth/callback/fortnox" -> arrive(request);
      default -> throw new IllegalStateException("no answer for route " + request.route());
    };
  }

  private HttpResponse depart(HttpRequest request) {
    Optional<Departure> departure =
        connecting.depart(
            new Secret(request.parameter("ticket").orElse("")), request.base(publicBase));
    return departure
        .map(
            to ->
                HttpResponse.redirect(to.fortnox().toString())
                    .withCookie(cookie(to.browser().reveal(), to.lifetime())))
        .orElseGet(() -> Pages.page(Reason.LINK_INVALID, wantsSwedish(request)));
  }

  private HttpResponse arrive(HttpRequest request) {
    Visit visit =
        new Visit(
            secret(request.parameter("code")),
            secret(request.parameter("state")),
            request.parameter("error").orElse(null),
            secret(request.cookie(COOKIE)));
    return switch (reception.receive(visit)) {
      case Arrival.Redirect(var to) ->
          HttpResponse.redirect(to.toString()).withCookie(cookie("", Duration.ZERO));
      case Arrival.Page(var reason) -> Pages.page(reason, wantsSwedish(request));
    };
  }

  private static @Nullable Secret secret(Optional<String> text) {
    return text.filter(value -> !value.isEmpty()).map(Secret::new).orElse(null);
  }

  private static String cookie(String value, Duration lifetime) {
    return COOKIE
        + "="
        + value
        + "; Path=/; Max-Age="
        + lifetime.toSeconds()
        + "; Secure; HttpOnly; SameSite=Lax";
  }

  private static boolean wantsSwedish(HttpRequest request) {
    return Languages.best(request.header("accept-language").orElse(""), LANGUAGES).equals("sv");
  }
}
