package io.fortnoxconnector.translation;

import static io.fortnoxconnector.translation.Columns.signedAmountInText;

/**
 * Supplier invoices, credits among them, under Maesn's name for them. Total and VAT are what the
 * supplier's paper says; Fortnox makes the rows of the debt and the VAT from them.
 */
public final class Bills {
  private static final String NOT_PROVEN =
      " Nothing in Fortnox's answers tells that it was done: after a lost answer it's asked again.";

  /** The table. */
  public static final Resource BILLS =
      SupplierInvoices.table(
              "bills",
              new SupplierInvoices.Names(
                  "billDate", "billNumber", "paymentTermCode", "vendorCreditId"),
              signedAmountInText("Total").neverEmpty())
          .allows(Operation.READ, Operation.CREATE, Operation.REPLACE, Operation.PATCH)
          .action(
              new Action(
                  "bookkeep",
                  "bookkeep",
                  false,
                  "Booked",
                  "Books it, after which it can't be changed, only credited. Its rows must"
                      + " balance."))
          .action(
              new Action("cancel", "cancel", false, "Cancelled", "Voids one that isn't booked."))
          .action(
              new Action(
                  "credit",
                  "credit",
                  false,
                  "CreditReference",
                  "Makes a credit of a booked one; vendorCreditId has its number."))
          .action(
              new Action(
                  "approveBookkeeping",
                  "approvalbookkeep",
                  false,
                  "",
                  "Approves that it's booked, where the company has its bills approved."
                      + NOT_PROVEN))
          .action(
              new Action(
                  "approvePayment",
                  "approvalpayment",
                  false,
                  "",
                  "Approves that it's paid, where the company has its bills approved."
                      + NOT_PROVEN))
          .build();

  private Bills() {}
}
