package io.fortnoxconnector.translation;

import java.util.EnumSet;

/** Fortnox customers. */
public final class Customers {
  /** The table. */
  public static final Resource CUSTOMERS =
      new Resource("customers", "Customer", "Customers", "customer", EnumSet.allOf(Operation.class));

  private Customers() {}
}
