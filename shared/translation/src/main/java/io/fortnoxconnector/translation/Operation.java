package io.fortnoxconnector.translation;

/** What a resource can be asked for. */
public enum Operation {
  READ,
  CREATE,
  REPLACE,
  PATCH,
  DELETE
}
