package io.fortnoxconnector.sandbox.oauth;

import io.fortnoxconnector.sandbox.http.Answer;
import io.fortnoxconnector.sandbox.oauth.Accounts.Account;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** The page on which a user lets a client into a company: one plain form, no script. */
final class ConsentPage {

  private record Words(
      String language,
      String title,
      String asks,
      String service,
      String company,
      String number,
      String approve,
      String deny) {}

  private static final Words SWEDISH =
      new Words(
          "sv",
          "Godkänn anslutning",
          "%s vill få tillgång till:",
          "Anslutningen får ett eget servicekonto och gäller tills den återkallas.",
          "Företag",
          "nummer",
          "Godkänn",
          "Avbryt");

  private static final Words ENGLISH =
      new Words(
          "en",
          "Approve connection",
          "%s asks for access to:",
          "The connection gets a service account of its own and lasts until it is revoked.",
          "Company",
          "number",
          "Approve",
          "Cancel");

  private static final String STYLE =
      """
      :root{color-scheme:light dark}
      body{font:16px/1.5 system-ui,sans-serif;max-width:32rem;margin:3rem auto;padding:0 1rem;overflow-wrap:anywhere}
      fieldset{border:1px solid GrayText;border-radius:.4rem;margin:1rem 0}label{display:block;padding:.25rem 0}
      button{font:inherit;padding:.5rem 1.25rem;margin-right:.5rem}""";

  private ConsentPage() {}

  static Answer page(
      String acceptLanguage,
      String session,
      Authorization authorization,
      List<Account> accounts,
      int status) {
    var words = prefersSwedish(acceptLanguage) ? SWEDISH : ENGLISH;
    var html =
        """
        <!doctype html>
        <html lang="%s"><head><meta charset="utf-8">
        <meta name="viewport" content="width=device-width, initial-scale=1"><title>%s</title>
        <style>%s</style></head>
        <body><main><h1>%s</h1><p>%s</p><ul>%s</ul>%s
        <form method="post" action="/oauth-v1/auth">
        <input type="hidden" name="session" value="%s">
        <fieldset><legend>%s</legend>%s</fieldset>
        <button name="decision" value="approve">%s</button>
        <button name="decision" value="deny" formnovalidate>%s</button>
        </form><p><small>Fortnox sandbox</small></p></main></body></html>
        """
            .formatted(
                words.language,
                words.title,
                STYLE,
                words.title,
                escaped(words.asks.formatted(authorization.app().clientId())),
                authorization.scopes().stream()
                    .map(scope -> "<li>" + escaped(scope) + "</li>")
                    .collect(Collectors.joining()),
                authorization.service() ? "<p>" + words.service + "</p>" : "",
                escaped(session),
                words.company,
                companies(accounts, words),
                words.approve,
                words.deny);
    return secured(Answer.of(status, "text/html; charset=UTF-8", html))
        .with("Content-Language", words.language)
        .with("Vary", "Accept-Language");
  }

  /** What is wrong with the client itself is shown, never redirected. */
  static Answer trouble(String text) {
    var html =
        """
        <!doctype html>
        <html lang="en"><head><meta charset="utf-8">
        <meta name="viewport" content="width=device-width, initial-scale=1"><title>%s</title>
        <style>%s</style></head>
        <body><main><h1>%s</h1><p><small>Fortnox sandbox</small></p></main></body></html>
        """
            .formatted(text, STYLE, text);
    return secured(Answer.of(400, "text/html; charset=UTF-8", html));
  }

  private static String companies(List<Account> accounts, Words words) {
    return accounts.stream()
        .map(
            account ->
                "<label><input type=\"radio\" name=\"company\" required value=\"%s\"> %s <small>(%s %s)</small></label>"
                    .formatted(
                        escaped(account.number()),
                        escaped(account.name()),
                        words.number,
                        escaped(account.number())))
        .collect(Collectors.joining("\n"));
  }

  private static Answer secured(Answer page) {
    // Chromium checks form-action on every redirect after the form, and the client may send the
    // browser on to whomever it serves: no list of origins is known here.
    return page.with(
            "Content-Security-Policy",
            "default-src 'none'; style-src 'sha256-"
                + Base64.getEncoder().encodeToString(Fingerprint.sha256(STYLE))
                + "'; form-action 'self' https: http:; base-uri 'none'; frame-ancestors 'none'")
        .with("Cache-Control", "no-store")
        .with("Referrer-Policy", "no-referrer");
  }

  private static boolean prefersSwedish(String acceptLanguage) {
    try {
      return Locale.LanguageRange.parse(acceptLanguage).stream()
          .map(range -> range.getRange().split("-", 2)[0])
          .filter(language -> language.equals("sv") || language.equals("en"))
          .findFirst()
          .filter("sv"::equals)
          .isPresent();
    } catch (IllegalArgumentException notALanguageRange) {
      return false;
    }
  }

  private static String escaped(String text) {
    return text.replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replace("\"", "&quot;")
        .replace("'", "&#39;");
  }
}
