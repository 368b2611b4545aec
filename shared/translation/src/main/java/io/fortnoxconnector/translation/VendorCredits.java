package io.fortnoxconnector.translation;

import static io.fortnoxconnector.translation.Columns.signedAmountInText;

import java.util.Optional;

/**
 * Supplier invoices that are credits: those with a total below 0 ("to post a credit invoice, use
 * negative delivery quantity", Fortnox: Supplier Invoices, field Credit). They have Fortnox's
 * signs. Fortnox's lists can't be asked for them, but say which ones they are.
 */
public final class VendorCredits {

  /** The table. */
  public static final Resource VENDOR_CREDITS =
      SupplierInvoices.table(
              "vendorCredits",
              new SupplierInvoices.Names(
                  "vendorCreditDate", "vendorCreditNumber", "paymentTermId", "billId"),
              signedAmountInText("Total").checkedBy(VendorCredits::flawInTotal).requiredOnCreate())
          .only("Credit", "true")
          .allows(Operation.READ, Operation.CREATE, Operation.REPLACE, Operation.PATCH)
          .build();

  private VendorCredits() {}

  private static Optional<String> flawInTotal(String total) {
    return total.startsWith("-")
        ? Optional.empty()
        : Optional.of("must be below 0, as Fortnox has credits");
  }
}
