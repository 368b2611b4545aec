package io.fortnoxconnector.translation;

/** What a resource can be asked for. */
public enum Operation {
  READ,
  CREATE,
  REPLACE,
  PATCH,
  DELETE,
  ADD_LINE,
  REPLACE_LINE,
  PATCH_LINE,
  REMOVE_LINE,
  /** One of the resource's actions. */
  ACT,
  /** Takes a file off what it's connected with; the file stays. */
  DETACH,
  /** A call in Fortnox's own terms, which is no resource's. */
  CALL,
  /** Many creations that were accepted together. */
  BULK
}
