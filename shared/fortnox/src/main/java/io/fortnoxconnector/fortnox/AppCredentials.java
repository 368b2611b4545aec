package io.fortnoxconnector.fortnox;

/** A vendor's Fortnox integration, from Fortnox's developer portal. */
public record AppCredentials(String clientId, Secret clientSecret) {}
