package io.fortnoxconnector.settings;

import static io.fortnoxconnector.translation.Settings.COMPANY_SETTINGS;
import static io.fortnoxconnector.translation.Settings.CURRENCIES;
import static io.fortnoxconnector.translation.Settings.LOCKED_PERIOD;
import static io.fortnoxconnector.translation.Settings.PAYMENT_METHODS;
import static io.fortnoxconnector.translation.Settings.PAYMENT_TERMS;
import static io.fortnoxconnector.translation.Settings.PROFILE;
import static io.fortnoxconnector.translation.Settings.UNITS;

import io.fortnoxconnector.api.Endpoint;
import io.fortnoxconnector.api.Endpoints;
import io.fortnoxconnector.api.FixedList;
import io.fortnoxconnector.api.Gate;
import io.fortnoxconnector.api.HttpHandler;
import io.fortnoxconnector.api.ReadOnlyEndpoint;
import io.fortnoxconnector.aws.Aws;
import io.fortnoxconnector.aws.Environment;
import io.fortnoxconnector.connector.reading.Reader;
import io.fortnoxconnector.translation.TaxRates;
import java.util.Map;

/**
 * What a company has set up and documents refer to: terms of payment, units, currencies, tax rates,
 * its profile and settings. Routes: template.yaml, SettingsFunction.
 */
public final class SettingsHandler extends HttpHandler {

  /** What Lambda calls. */
  public SettingsHandler() {
    this(Environment.system());
  }

  public SettingsHandler(Environment environment) {
    this(new Aws(environment));
  }

  private SettingsHandler(Aws aws) {
    super(endpoints(new Gate(aws.access()), aws.reader()), aws.meter(), aws.timing());
  }

  private static Endpoint endpoints(Gate gate, Reader reader) {
    return new Endpoints(
        Map.of(
            "/accounting/paymentTerms", new ReadOnlyEndpoint(PAYMENT_TERMS, gate, reader),
            "/accounting/paymentMethods", new ReadOnlyEndpoint(PAYMENT_METHODS, gate, reader),
            "/accounting/units", new ReadOnlyEndpoint(UNITS, gate, reader),
            "/accounting/currencies", new ReadOnlyEndpoint(CURRENCIES, gate, reader),
            "/accounting/taxRates", new FixedList(TaxRates.ALL, gate),
            "/accounting/profile", new ReadOnlyEndpoint(PROFILE, gate, reader),
            "/accounting/companySettings", new ReadOnlyEndpoint(COMPANY_SETTINGS, gate, reader),
            "/accounting/lockedPeriod", new ReadOnlyEndpoint(LOCKED_PERIOD, gate, reader)));
  }
}
