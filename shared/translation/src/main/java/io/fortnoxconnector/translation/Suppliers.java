package io.fortnoxconnector.translation;

import java.util.EnumSet;

/** Fortnox suppliers. */
public final class Suppliers {
  /** The table. */
  public static final Resource SUPPLIERS =
      new Resource("suppliers", "Supplier", "Suppliers", "supplier", EnumSet.allOf(Operation.class));

  private Suppliers() {}
}
