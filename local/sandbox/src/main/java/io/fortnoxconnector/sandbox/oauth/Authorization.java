package io.fortnoxconnector.sandbox.oauth;

import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * One visit to the consent page, from its opening to the decision.
 *
 * @param sentRedirectUri null if the request left it out; the token request then may, too
 */
record Authorization(
    App app,
    Set<String> scopes,
    String state,
    URI redirectUri,
    @Nullable URI sentRedirectUri,
    boolean offline,
    boolean service,
    Instant expires) {

  String failed(String error, String description) {
    var parameters = new LinkedHashMap<String, String>();
    parameters.put("error", error);
    parameters.put("error_description", description);
    if (!state.isEmpty()) {
      parameters.put("state", state);
    }
    return back(parameters);
  }

  String succeeded(String code) {
    var parameters = new LinkedHashMap<String, String>();
    parameters.put("code", code);
    parameters.put("state", state);
    return back(parameters);
  }

  private String back(Map<String, String> parameters) {
    var query =
        parameters.entrySet().stream()
            .map(
                pair ->
                    pair.getKey()
                        + "="
                        + URLEncoder.encode(pair.getValue(), StandardCharsets.UTF_8))
            .collect(Collectors.joining("&"));
    return redirectUri + (redirectUri.getQuery() == null ? "?" : "&") + query;
  }
}
