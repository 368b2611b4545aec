package io.fortnoxconnector.contacts;

import io.fortnoxconnector.api.Endpoint;
import io.fortnoxconnector.api.Endpoints;
import io.fortnoxconnector.api.Gate;
import io.fortnoxconnector.api.HttpHandler;
import io.fortnoxconnector.api.MergedEndpoint;
import io.fortnoxconnector.aws.Aws;
import io.fortnoxconnector.aws.Environment;
import java.util.Map;

/** Customers and suppliers as one. Routes: template.yaml, ContactsFunction. */
public final class ContactsHandler extends HttpHandler {

  private static final String FIRST = "/accounting/contacts";
  private static final String SECOND = "/accounting/v2/contacts";

  /** What Lambda calls. */
  public ContactsHandler() {
    this(Environment.system());
  }

  public ContactsHandler(Environment environment) {
    this(new Aws(environment));
  }

  private ContactsHandler(Aws aws) {
    super(
        new Endpoints(Map.of(FIRST, contacts(FIRST, aws), SECOND, contacts(SECOND, aws))),
        aws.meter(),
        aws.timing());
  }

  private static Endpoint contacts(String path, Aws aws) {
    return new MergedEndpoint(
        ContactKind.variants(path),
        ContactKind::named,
        new Gate(aws.access()),
        aws.reader(),
        aws.desk(),
        aws.timing());
  }
}
