package io.fortnoxconnector.api;

/** Answers requests. Throws {@link Rejected} for what is the caller's to put right. */
@FunctionalInterface
public interface Endpoint {

  HttpResponse answer(HttpRequest request);
}
