package io.fortnoxconnector.connector;

import io.fortnoxconnector.translation.Resource;
import java.util.regex.Pattern;

/** What identifiers that callers give look like, whichever door they come by. */
public final class Identifiers {

  /**
   * Fortnox's numbers: letters, digits and these; never a path's own dots. A colon stands between
   * those that are one id.
   */
  private static final Pattern ENTITY_ID =
      Pattern.compile("(?!\\.{1,2}$)[\\p{L}\\p{N}._+/\\\\$: -]{1,100}");

  private static final Pattern IDEMPOTENCY_KEY = Pattern.compile("[\\x21\\x23-\\x7e]{1,255}");

  private Identifiers() {}

  /** Whether an entity can have such an id; what nothing can have isn't looked for at Fortnox. */
  public static boolean isIdOf(Resource resource, String id) {
    return ENTITY_ID.matcher(id).matches() && resource.address(id).isPresent();
  }

  /** 1 to 255 visible ASCII characters, without quotation marks. */
  public static boolean isIdempotencyKey(String key) {
    return IDEMPOTENCY_KEY.matcher(key).matches();
  }
}
