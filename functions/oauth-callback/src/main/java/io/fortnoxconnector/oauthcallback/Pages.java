package io.fortnoxconnector.oauthcallback;

import io.fortnoxconnector.api.HttpResponse;
import io.fortnoxconnector.connector.connections.Arrival.Reason;

/**
 * What a company's user reads when there is nowhere to be sent on to. Fixed texts: nothing from the
 * request appears in them.
 */
final class Pages {

  private Pages() {}

  static HttpResponse page(Reason reason, boolean swedish) {
    Text text = swedish ? swedish(reason) : english(reason);
    return HttpResponse.page(
            400,
            """
            <!doctype html>
            <html lang="%s">
            <head>
            <meta charset="utf-8">
            <meta name="viewport" content="width=device-width, initial-scale=1">
            <title>%s</title>
            <style>
            :root { color-scheme: light dark; }
            body { font: 1.1rem/1.5 system-ui, sans-serif; max-width: 34rem; margin: 12vh auto; padding: 0 1.2rem; }
            h1 { font-size: 1.5rem; }
            </style>
            </head>
            <body>
            <main>
            <h1>%s</h1>
            <p>%s</p>
            <p>%s</p>
            </main>
            </body>
            </html>
            """
                .formatted(
                    swedish ? "sv" : "en", text.title(), text.title(), text.what(), text.next()),
            "style-src 'unsafe-inline'")
        .with("Content-Language", swedish ? "sv" : "en");
  }

  private record Text(String title, String what, String next) {}

  private static Text english(Reason reason) {
    return switch (reason) {
      case ACCOUNT_UNAVAILABLE ->
          new Text(
              "Fortnox did not finish the sign-in",
              "Fortnox sent you back without an answer. It does so for accounts that are locked or have an unpaid invoice.",
              "Sign in at Fortnox, see whether the account is in order, then start again from the program that sent you here.");
      case STATE_INVALID ->
          new Text(
              "This sign-in can't be continued",
              "It was finished already, more than ten minutes have passed since it began, or it began in another browser: for your safety it can only be finished in the same one, with cookies allowed.",
              "Start again from the program that sent you here.");
      case LINK_INVALID ->
          new Text(
              "This link is no longer valid",
              "A link to connect Fortnox is valid for one hour.",
              "Ask for a new one in the program that sent you here.");
    };
  }

  private static Text swedish(Reason reason) {
    return switch (reason) {
      case ACCOUNT_UNAVAILABLE ->
          new Text(
              "Fortnox slutförde inte inloggningen",
              "Fortnox skickade dig tillbaka utan svar. Det händer när kontot är låst eller har en obetald faktura.",
              "Logga in hos Fortnox, se efter att kontot är i ordning och börja sedan om i programmet som skickade dig hit.");
      case STATE_INVALID ->
          new Text(
              "Inloggningen kan inte fortsätta",
              "Den är redan avslutad, det har gått mer än tio minuter sedan den började, eller så började den i en annan webbläsare: för din säkerhet kan den bara avslutas i samma, med kakor tillåtna.",
              "Börja om i programmet som skickade dig hit.");
      case LINK_INVALID ->
          new Text(
              "Länken gäller inte längre",
              "En länk för att koppla Fortnox gäller i en timme.",
              "Be om en ny i programmet som skickade dig hit.");
    };
  }
}
