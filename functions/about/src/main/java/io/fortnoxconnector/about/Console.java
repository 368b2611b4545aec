package io.fortnoxconnector.about;

import io.fortnoxconnector.api.HttpResponse;

/**
 * The console: a page over the public API, its script and its style (docs/adr/0026-console.md).
 * None is kept by a browser, so a page never meets the script of another version, and going back to
 * one doesn't bring its keys back.
 */
final class Console {

  private Console() {}

  static HttpResponse page() {
    return HttpResponse.page(
        200,
        Packed.text("/console/index.html"),
        "script-src 'self'",
        "style-src 'self'",
        "connect-src 'self'",
        "img-src 'self' data:");
  }

  static HttpResponse script() {
    return HttpResponse.text(200, "text/javascript", Packed.text("/console/console.js"));
  }

  static HttpResponse style() {
    return HttpResponse.text(200, "text/css", Packed.text("/console/console.css"));
  }
}
