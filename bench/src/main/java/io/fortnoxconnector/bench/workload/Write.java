package io.fortnoxconnector.bench.workload;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.fortnoxconnector.translation.Operation;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * A write to the customers of a company, as its client wants it.
 *
 * @param client whose it is; companies can have more than one
 * @param number its place in the client's sequence, from 1
 * @param marker the name that it gives to the customer; no other write gives it
 * @param target the customer to change; null for a creation
 * @param contactPersons their last names; null where the body doesn't mention any
 * @param findable whether it has more than a name to be found again by
 */
public record Write(
    String client,
    String company,
    String connection,
    int number,
    Door door,
    Operation operation,
    String marker,
    @Nullable String target,
    @Nullable List<String> contactPersons,
    boolean findable) {

  private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

  /** The idempotency key, for doors that take one. */
  public String key() {
    return "key-" + marker;
  }

  String method() {
    return switch (operation) {
      case CREATE -> "POST";
      case REPLACE -> "PUT";
      case PATCH -> "PATCH";
      case DELETE -> "DELETE";
      case READ, ADD_LINE, REPLACE_LINE, PATCH_LINE, REMOVE_LINE, ACT, DETACH, CALL, BULK ->
          throw new IllegalStateException("a customer knows no " + operation);
    };
  }

  String path() {
    return "/accounting/customers" + (target == null ? "" : "/" + target);
  }

  /** Empty for a deletion. */
  String body() {
    return operation == Operation.DELETE ? "" : document().toString();
  }

  /** As the jobs queue takes it. */
  String job() {
    ObjectNode job = JSON.objectNode();
    job.put("connection", connection);
    job.put("resource", "customers");
    job.put("operation", operation.name());
    job.put("idempotencyKey", key());
    if (target != null) {
      job.put("id", target);
    }
    if (operation != Operation.DELETE) {
      job.set("body", document());
    }
    return job.toString();
  }

  private ObjectNode document() {
    ObjectNode body = JSON.objectNode();
    body.put("companyName", marker);
    if (findable) {
      body.putArray("emailAddresses")
          .addObject()
          .put("type", "BUSINESS")
          .put("email", marker.toLowerCase(Locale.ROOT) + "@customer.example");
    }
    if (contactPersons != null) {
      var persons = body.putArray("contactPersons");
      contactPersons.forEach(name -> persons.addObject().put("lastName", name));
    }
    return body;
  }
}
