package io.fortnoxconnector.sandbox;

import static io.fortnoxconnector.sandbox.Orders.body;
import static io.fortnoxconnector.sandbox.Orders.done;
import static io.fortnoxconnector.sandbox.Orders.text;

import com.fasterxml.jackson.databind.JsonNode;
import io.fortnoxconnector.sandbox.faults.Faults;
import io.fortnoxconnector.sandbox.faults.Trouble;
import io.fortnoxconnector.sandbox.http.Answer;
import io.fortnoxconnector.sandbox.http.Call;
import io.fortnoxconnector.sandbox.http.FortnoxJson;
import java.time.Duration;

/** {@code /control/faults}: arms, shows and disarms trouble. */
final class FaultControl {

  private final Faults faults;

  FaultControl(Faults faults) {
    this.faults = faults;
  }

  Answer answer(Call call) {
    switch (call.method()) {
      case "DELETE" -> faults.clear();
      case "POST" -> arm(body(call));
      default -> {
        var armed = FortnoxJson.object();
        var list = armed.putArray("faults");
        for (var fault : faults.armed()) {
          list.addObject()
              .put("method", fault.method())
              .put("path", fault.pathPrefix())
              .put("left", fault.left())
              .put("trouble", fault.trouble().toString());
        }
        return Answer.json(200, armed);
      }
    }
    return done();
  }

  private void arm(JsonNode fault) {
    var arming =
        faults
            .on(fault.path("method").asText("*"), fault.path("path").asText("/"))
            .times(fault.path("times").asInt(1));
    var status = fault.path("status").asInt(503);
    arming.causes(
        switch (text(fault, "kind")) {
          case "delay" -> new Trouble.Delay(Duration.ofMillis(fault.path("millis").asLong(1000)));
          case "request-lost" -> new Trouble.RequestLost();
          case "reply-lost" -> new Trouble.ReplyLost();
          case "refusal" -> new Trouble.Refusal(status);
          case "failure-afterwards" -> new Trouble.FailureAfterwards(status);
          case "too-many-requests" -> new Trouble.Refusal(429);
          default -> throw new IllegalArgumentException("Unknown kind of fault.");
        });
  }
}
