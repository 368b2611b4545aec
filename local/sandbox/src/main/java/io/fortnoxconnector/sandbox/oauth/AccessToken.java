package io.fortnoxconnector.sandbox.oauth;

import java.time.Instant;

/** An access token that was issued, without the token itself. */
public record AccessToken(Grant grant, Instant expires) {}
