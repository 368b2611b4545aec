package io.fortnoxconnector.api;

import com.fasterxml.jackson.databind.node.ObjectNode;

/** An object that is the same for every company and costs no call to Fortnox. */
public final class FixedObject implements Endpoint {

  private final ObjectNode object;
  private final Gate gate;

  public FixedObject(ObjectNode object, Gate gate) {
    this.object = object;
    this.gate = gate;
  }

  @Override
  public HttpResponse answer(HttpRequest request) {
    gate.connection(request);
    Parameters.refuseOthers(request);
    return Envelope.of(object.deepCopy()).warning(Parameters.warnings(request)).response(200);
  }
}
