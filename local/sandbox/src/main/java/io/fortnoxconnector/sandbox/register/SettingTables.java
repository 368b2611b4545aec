package io.fortnoxconnector.sandbox.register;

import static io.fortnoxconnector.sandbox.register.Field.bool;
import static io.fortnoxconnector.sandbox.register.Field.code;
import static io.fortnoxconnector.sandbox.register.Field.date;
import static io.fortnoxconnector.sandbox.register.Field.decimal;
import static io.fortnoxconnector.sandbox.register.Field.text;
import static io.fortnoxconnector.sandbox.register.Register.register;

/** The small registers that other records refer to. */
final class SettingTables {

  static final Register UNITS =
      register(
              "units",
              "Unit",
              "Units",
              code(20),
              text("CodeEnglish", 100).emptyWhenUnset().listed(),
              text("Description", 100).required().listed())
          .notFound(2000432, "Kan inte hitta enheten.");

  static final Register TERMS_OF_PAYMENTS =
      register(
              "termsofpayments",
              "TermsOfPayment",
              "TermsOfPayments",
              code(25),
              text("Description").required().listed())
          .location("paymentterms")
          .notFound(2000429, "Kan inte hitta betalningsvillkoret.");

  static final Register MODES_OF_PAYMENTS =
      register(
              "modesofpayments",
              "ModeOfPayment",
              "ModesOfPayments",
              text("AccountNumber").exactly(4).required().refersTo("accounts").listed(),
              text("Code").required().listed(),
              text("Description").listed())
          .notFound(Refusal.CODE_NOT_KNOWN, "Kan inte hitta betalningssättet.");

  static final Register TERMS_OF_DELIVERIES =
      register(
              "termsofdeliveries",
              "TermsOfDelivery",
              "TermsOfDeliveries",
              code(20),
              text("Description", 200).required().listed(),
              text("DescriptionEnglish", 100).emptyWhenUnset().listed())
          .without("DELETE")
          .notFound(2000435, "Kan inte hitta leveransvillkoret.");

  static final Register WAYS_OF_DELIVERY =
      register(
              "wayofdeliveries",
              "WayOfDelivery",
              "WayOfDeliveries",
              code(50),
              text("Description", 100).listed(),
              text("DescriptionEnglish", 100).emptyWhenUnset().listed())
          .notFound(2000436, "Kan inte hitta leveranssättet.");

  static final Register PRICE_LISTS =
      register(
              "pricelists",
              "PriceList",
              "PriceLists",
              code(100),
              text("Comments").listed(),
              text("Description", 50).required().listed(),
              bool("PreSelected").readOnly().initially(false).listed())
          .scope("price", "prislistor")
          .without("DELETE")
          .notFound(2000431, "Kan inte hitta prislistan.");

  static final Register CURRENCIES =
      register(
              "currencies",
              "Currency",
              "Currencies",
              decimal("BuyRate").initially(1).listed(),
              text("Code").exactly(3).required().listed(),
              date("Date").readOnly().listed(),
              text("Description").required().listed(),
              bool("IsAutomatic").readOnly().initially(false).listed(),
              decimal("SellRate").initially(1).listed(),
              decimal("Unit").initially(1).listed())
          .scope("currency", "valutor")
          .notFound(2000427, "Kan inte hitta valutan.");

  private SettingTables() {}
}
