package io.fortnoxconnector.sandbox;

import io.fortnoxconnector.sandbox.http.Call;
import io.fortnoxconnector.sandbox.oauth.AccessToken;
import io.fortnoxconnector.sandbox.oauth.Fingerprint;
import io.fortnoxconnector.sandbox.oauth.Grant;
import io.fortnoxconnector.sandbox.oauth.Grants;
import io.fortnoxconnector.sandbox.oauth.TokenEndpoint;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Whose request it is, as far as it says so, and what of it may be written down. */
record Caller(
    @Nullable String clientId,
    @Nullable String company,
    Optional<AccessToken> token,
    String body,
    List<String> refreshTokens) {

  private static final Set<String> SECRET =
      Set.of("code", "refresh_token", "token", "access_token", "client_secret", "session");

  static Caller of(Call call, Grants grants) {
    return call.path().startsWith("/oauth-v1/") ? atOAuth(call, grants) : atApi(call, grants);
  }

  private static Caller atApi(Call call, Grants grants) {
    var token = call.header("Authorization").flatMap(grants::bearer);
    var grant = token.map(AccessToken::grant);
    return new Caller(
        grant.map(Grant::clientId).orElse(null),
        grant.map(Grant::company).orElse(null),
        token,
        isForm(call) ? "(a form of " + call.bytes().length() + " bytes)" : call.body(),
        List.of());
  }

  private static boolean isForm(Call call) {
    return call.header("Content-Type").orElse("").startsWith("multipart/");
  }

  private static Caller atOAuth(Call call, Grants grants) {
    var form = call.form();
    var refreshToken =
        Optional.ofNullable(form.get("refresh_token"))
            .or(() -> Optional.ofNullable(form.get("token")));
    var company =
        refreshToken.flatMap(grants::grantOf).map(Grant::company).or(() -> call.header("TenantId"));
    return new Caller(
        call.header("Authorization")
            .flatMap(TokenEndpoint::clientId)
            .or(() -> Optional.ofNullable(call.parameters().get("client_id")))
            .orElse(null),
        company.orElse(null),
        Optional.empty(),
        form.entrySet().stream()
            .map(pair -> pair.getKey() + "=" + shown(pair.getKey(), pair.getValue()))
            .collect(Collectors.joining("&")),
        refreshToken.map(Fingerprint::of).stream().toList());
  }

  private static String shown(String name, String value) {
    return SECRET.contains(name)
        ? "sha256-" + Fingerprint.of(value)
        : URLEncoder.encode(value, StandardCharsets.UTF_8);
  }

  @Override
  public String toString() {
    return "Caller[" + clientId + ", " + company + "]";
  }
}
