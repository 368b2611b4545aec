package io.fortnoxconnector.fortnox;

import org.jspecify.annotations.Nullable;

/**
 * A refusal by Fortnox.
 *
 * @param status the HTTP status it came with
 * @param code Fortnox's number as text, null where the body had none
 * @param message Fortnox's own text, mostly Swedish
 * @param english one English sentence for people who don't read Swedish
 */
public record FortnoxError(
    int status, @Nullable String code, String message, Kind kind, String english) {

  /** What a caller can do about it. */
  public enum Kind {
    /** The thing asked for, or one referred to, doesn't exist. */
    NOT_FOUND,
    /** It exists already, or its state doesn't allow this. */
    CONFLICT,
    /** A value is not acceptable. */
    INVALID,
    /** The integration lacks a scope: the company must consent anew. */
    SCOPE_MISSING,
    /** The company lacks a licence at Fortnox. */
    LICENCE_MISSING,
    /** The user behind the connection lacks a permission at Fortnox. */
    PERMISSION_MISSING,
    /** Fortnox's login was refused although the token was not expired. */
    LOGIN_REFUSED,
    /** The call was malformed in a way that is this connector's fault. */
    BAD_CALL
  }
}
