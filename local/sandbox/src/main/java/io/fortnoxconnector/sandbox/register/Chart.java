package io.fortnoxconnector.sandbox.register;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.fortnoxconnector.sandbox.http.FortnoxJson;

/** What a new company's registers hold from the start; units and terms of payment as recorded. */
public final class Chart {

  private Chart() {}

  /** Replaces whatever the books hold. */
  public static void fill(Books books, String number, String name, String organisationNumber) {
    books.clear();
    currencies(books);
    described(books, "termsofpayments", "0", "0 dagar");
    described(books, "termsofpayments", "10", "10 dagar");
    described(books, "termsofpayments", "15", "15 dagar");
    described(books, "termsofpayments", "20", "20 dagar");
    described(books, "termsofpayments", "30", "30 dagar");
    described(books, "termsofpayments", "AG", "Autogiro");
    described(books, "termsofpayments", "K", "Kontant");
    described(books, "termsofpayments", "PF", "Postförskott");
    unit(books, "förp", "pack", "förpackning");
    unit(books, "h", "h", "timmar");
    unit(books, "km", "km", "Kilometer");
    unit(books, "st", "pcs", "styck");
    unit(books, "utl", "exp", "Utlägg");
    books.seed("pricelists", described("A", "Prislista A").put("PreSelected", true));
    described(books, "termsofdeliveries", "FVL", "Fritt vårt lager");
    described(books, "termsofdeliveries", "FOB", "Fritt ombord");
    described(books, "wayofdeliveries", "B", "Brev");
    described(books, "wayofdeliveries", "P", "Post");
    described(books, "costcenters", "BU", "Butik");
    described(books, "costcenters", "KTR", "Kontor");
    books.seed(
        "projects",
        FortnoxJson.object().put("ProjectNumber", "P1").put("Description", "Ombyggnad"));
    books.seed(
        "companyinformation",
        FortnoxJson.object()
            .put("Address", "Storgatan 1")
            .put("City", "Växjö")
            .put("CountryCode", "SE")
            .put("DatabaseNumber", Integer.parseInt(number))
            .put("CompanyName", name)
            .put("OrganizationNumber", organisationNumber)
            .put("ZipCode", "352 30"));
  }

  private static void currencies(Books books) {
    currency(books, "SEK", "Svenska kronor", 1);
    currency(books, "EUR", "Euro", 11.5);
    currency(books, "USD", "Amerikanska dollar", 10.5);
    currency(books, "NOK", "Norska kronor", 1);
    currency(books, "DKK", "Danska kronor", 1.5);
    currency(books, "GBP", "Brittiska pund", 13.5);
  }

  private static void currency(Books books, String code, String description, double rate) {
    books.seed(
        "currencies", described(code, description).put("BuyRate", rate).put("SellRate", rate));
  }

  private static void unit(Books books, String code, String english, String description) {
    books.seed("units", described(code, description).put("CodeEnglish", english));
  }

  private static void described(Books books, String register, String code, String description) {
    books.seed(register, described(code, description));
  }

  private static ObjectNode described(String code, String description) {
    return FortnoxJson.object().put("Code", code).put("Description", description);
  }
}
