package io.fortnoxconnector.sandbox.oauth;

import java.util.Set;

/**
 * What a company allowed a client to do: a consent, and what a token was issued for.
 *
 * @param scopes in the order in which they were asked for
 * @param service whether the client acts as a service account, not as the person who consented
 */
public record Grant(String clientId, String company, Set<String> scopes, boolean service) {}
