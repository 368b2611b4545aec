package io.fortnoxconnector.sandbox.register;

import static java.util.Map.entry;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.fortnoxconnector.sandbox.http.FortnoxJson;
import java.util.Map;

/** What a new company's registers hold from the start; units and terms of payment as recorded. */
public final class Chart {

  /** Those that Fortnox's defaults name, and some that are used every day; BAS's words. */
  private static final Map<Integer, String> ACCOUNTS =
      Map.ofEntries(
          entry(1510, "Kundfordringar"),
          entry(1910, "Kassa"),
          entry(1920, "PlusGiro"),
          entry(1930, "Företagskonto"),
          entry(2081, "Aktiekapital"),
          entry(2440, "Leverantörsskulder"),
          entry(2611, "Utgående moms på försäljning inom Sverige, 25 %"),
          entry(2614, "Utgående moms omvänd betalningsskyldighet, 25 %"),
          entry(2621, "Utgående moms på försäljning inom Sverige, 12 %"),
          entry(2631, "Utgående moms på försäljning inom Sverige, 6 %"),
          entry(2641, "Debiterad ingående moms"),
          entry(2645, "Beräknad ingående moms på förvärv från utlandet"),
          entry(2647, "Ingående moms omvänd betalningsskyldighet varor och tjänster i Sverige"),
          entry(2650, "Redovisningskonto för moms"),
          entry(3001, "Försäljning inom Sverige, 25 % moms"),
          entry(3002, "Försäljning inom Sverige, 12 % moms"),
          entry(3003, "Försäljning inom Sverige, 6 % moms"),
          entry(3004, "Försäljning inom Sverige, momsfri"),
          entry(3105, "Försäljning varor till land utanför EU"),
          entry(3106, "Försäljning varor till annat EU-land, momspliktig"),
          entry(3108, "Försäljning varor till annat EU-land, momsfri"),
          entry(3740, "Öres- och kronutjämning"),
          entry(4000, "Inköp av varor från Sverige"),
          entry(4010, "Inköp material och varor"),
          entry(5010, "Lokalhyra"),
          entry(5410, "Förbrukningsinventarier"),
          entry(5710, "Frakter, transporter och försäkringar vid varudistribution"),
          entry(6110, "Kontorsmateriel"),
          entry(6570, "Bankkostnader"),
          entry(7010, "Löner till kollektivanställda"),
          entry(8310, "Ränteintäkter från omsättningstillgångar"),
          entry(8410, "Räntekostnader för långfristiga skulder"),
          entry(8999, "Årets resultat"));

  /** By the accounts of domestic sales. */
  private static final Map<Integer, String> VAT_CODES =
      Map.of(3001, "MP1", 3002, "MP2", 3003, "MP3", 3004, "MF");

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
    years(books);
    mode(books, "BG", "Bankgiro", "1930");
    mode(books, "PG", "PlusGiro", "1920");
    mode(books, "KONTANT", "Kontant", "1910");
    books.seed(
        "projects",
        FortnoxJson.object().put("ProjectNumber", "P1").put("Description", "Ombyggnad"));
    books.seed("settings/lockedperiod", FortnoxJson.object());
    books.seed(
        "settings/company",
        FortnoxJson.object()
            .put("Address", "Storgatan 1")
            .put("BG", "5050-1055")
            .put("City", "Växjö")
            .put("CountryCode", "SE")
            .put("DatabaseNumber", number)
            .put("Name", name)
            .put("OrganizationNumber", organisationNumber)
            .put("VATNumber", "SE" + organisationNumber.replace("-", "") + "01")
            .put("ZipCode", "352 30"));
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

  /** The year before and this one, each with the accounts of a small chart. */
  private static void years(Books books) {
    var thisYear = books.now().getYear();
    for (int id = 1; id <= 2; id++) {
      var year = thisYear - 2 + id;
      books.seed(
          "financialyears",
          FortnoxJson.object()
              .put("Id", id)
              .put("FromDate", year + "-01-01")
              .put("ToDate", year + "-12-31")
              .put("AccountChartType", "BAS 2024"));
      series(books, id, "A", "Redovisning");
      series(books, id, "B", "Kundfakturor");
      series(books, id, "L", "Leverantörsfakturor");
      for (var account : ACCOUNTS.entrySet()) {
        books.seed(
            "accounts",
            FortnoxJson.object()
                .put("Number", account.getKey())
                .put("Description", account.getValue())
                .put("VATCode", VAT_CODES.get(account.getKey()))
                .put("Year", id));
      }
    }
  }

  private static void mode(Books books, String code, String description, String account) {
    books.seed("modesofpayments", described(code, description).put("AccountNumber", account));
  }

  private static void series(Books books, int year, String code, String description) {
    books.seed("voucherseries", described(code, description).put("Year", year));
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
