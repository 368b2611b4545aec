package io.fortnoxconnector.oauthcallback;

import io.fortnoxconnector.api.HttpHandler;
import io.fortnoxconnector.aws.Aws;
import io.fortnoxconnector.aws.Environment;
import io.fortnoxconnector.aws.Environment.Name;

/**
 * Where the user's browser starts, and where Fortnox sends it back. Routes: template.yaml,
 * OauthCallbackFunction.
 */
public final class OauthCallbackHandler extends HttpHandler {

  /** What Lambda calls. */
  public OauthCallbackHandler() {
    this(Environment.system());
  }

  public OauthCallbackHandler(Environment environment) {
    this(new Aws(environment), environment);
  }

  private OauthCallbackHandler(Aws aws, Environment environment) {
    super(
        new OauthCallbackEndpoint(
            aws.connecting(), aws.reception(), environment.get(Name.PUBLIC_BASE_URL)),
        aws.meter(),
        aws.timing());
  }
}
