package io.fortnoxconnector.purchases;

import static io.fortnoxconnector.connector.problems.ProblemType.FIELD_INVALID;
import static io.fortnoxconnector.translation.Bills.BILLS;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.fortnoxconnector.api.Body;
import io.fortnoxconnector.api.Endpoint;
import io.fortnoxconnector.api.Envelope;
import io.fortnoxconnector.api.Gate;
import io.fortnoxconnector.api.HttpRequest;
import io.fortnoxconnector.api.HttpResponse;
import io.fortnoxconnector.api.Rejected;
import io.fortnoxconnector.connector.Identifiers;
import io.fortnoxconnector.fortnox.Json;

/**
 * Vendor credits. A body that names a bill credits the whole of it, which is an action of the bill
 * at Fortnox; any other is a credit of its own.
 */
final class VendorCreditsEndpoint implements Endpoint {
  private static final String BILL = "billId";
  private static final String PATH = "/accounting/vendorCredits";

  private final Gate gate;
  private final Endpoint credits;
  private final Endpoint actions;

  VendorCreditsEndpoint(Gate gate, Endpoint credits, Endpoint actions) {
    this.gate = gate;
    this.credits = credits;
    this.actions = actions;
  }

  @Override
  public HttpResponse answer(HttpRequest request) {
    if (!request.method().equals("POST")) {
      return credits.answer(request);
    }
    gate.connection(request);
    ObjectNode body = Body.object(request);
    return body.hasNonNull(BILL) ? credit(request, body) : credits.answer(request);
  }

  @Override
  public String rehearsalRoute() {
    return credits.rehearsalRoute();
  }

  @Override
  public void rehearse() {
    credits.rehearse();
  }

  /** Fortnox answers with the bill: its credit is read for the answer here. */
  private HttpResponse credit(HttpRequest request, ObjectNode body) {
    HttpResponse credited =
        actions.answer(
            request.instead("POST", "/accounting/bills/{billId}/credit", BILL, bill(body)));
    if (credited.status() != 200) {
      return credited;
    }
    String id = data(credited).path("vendorCreditId").asText();
    HttpResponse read =
        credits.answer(request.instead("GET", PATH + "/{vendorCreditId}", "vendorCreditId", id));
    // It's there, whether it could be read or not.
    JsonNode shown =
        read.status() == 200 ? data(read) : JsonNodeFactory.instance.objectNode().put("id", id);
    HttpResponse created = Envelope.of(shown).response(201).with("Location", PATH + "/" + id);
    String replayed = credited.headers().get("Idempotency-Replayed");
    return replayed == null ? created : created.with("Idempotency-Replayed", replayed);
  }

  private static String bill(ObjectNode body) {
    for (String field : (Iterable<String>) body::fieldNames) {
      if (!field.equals(BILL)) {
        throw new Rejected(
            FIELD_INVALID.about(
                "/" + field,
                "With billId, Fortnox makes the credit of the whole bill: change it afterwards."));
      }
    }
    JsonNode id = body.path(BILL);
    if (!id.isTextual() || !Identifiers.isIdOf(BILLS, id.textValue())) {
      throw new Rejected(FIELD_INVALID.about("/" + BILL, "billId is the text id of a bill."));
    }
    return id.textValue();
  }

  private static JsonNode data(HttpResponse response) {
    try {
      return Json.read(response.body()).path("data");
    } catch (JsonProcessingException impossible) {
      throw new IllegalStateException("An answer of ours is JSON.", impossible);
    }
  }
}
