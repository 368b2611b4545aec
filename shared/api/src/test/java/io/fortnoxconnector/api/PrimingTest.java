package io.fortnoxconnector.api;

import static org.assertj.core.api.Assertions.assertThat;

import com.amazonaws.services.lambda.runtime.LambdaLogger;
import io.fortnoxconnector.connector.Deadline;
import io.fortnoxconnector.connector.Key;
import io.fortnoxconnector.connector.metrics.InvocationMeter;
import io.fortnoxconnector.connector.metrics.Metric;
import io.fortnoxconnector.connector.twins.FakeTiming;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.crac.Context;
import org.crac.Resource;
import org.junit.jupiter.api.Test;

class PrimingTest {

  private static final int ID = 26;

  private final FakeTiming timing = new FakeTiming();
  private final InvocationMeter meter = new InvocationMeter("stack");
  private final Snapshotter snapshotter = new Snapshotter();

  /** Asks before a snapshot and after a restore, as Lambda does. */
  private static final class Snapshotter extends Context<Resource> {
    @Override
    public void beforeCheckpoint(Context<? extends Resource> context) {}

    @Override
    public void afterRestore(Context<? extends Resource> context) {}

    @Override
    public void register(Resource resource) {}
  }

  @Test
  void aRestoredCopyCountsItsOwnStartAndNothingOfTheRehearsal() {
    Priming priming = Priming.register(meter, context -> meter.count(Metric.ACCIDENTS));

    priming.beforeCheckpoint(snapshotter);
    assertThat(meter.take()).isEmpty();

    priming.afterRestore(snapshotter);
    assertThat(meter.take()).isEqualTo(Map.of(Metric.COLD_START, List.of(1L)));
  }

  @Test
  void aRehearsalThatFailsFailsNoSnapshot() {
    Priming priming =
        Priming.register(
            meter,
            context -> {
              throw new IOException("no network");
            });

    priming.beforeCheckpoint(snapshotter);

    assertThat(meter.take()).isEmpty();
  }

  @Test
  void anHttpFunctionRehearsesWithAKeyThatIsLookedUpAndThatNobodyHas() throws IOException {
    var seen = new ArrayList<HttpRequest>();
    Endpoint endpoint =
        new Endpoint() {
          @Override
          public HttpResponse answer(HttpRequest request) {
            seen.add(request);
            return HttpResponse.json(401, "{}");
          }

          @Override
          public String rehearsalRoute() {
            return "GET /accounting/customers";
          }
        };

    new HttpRehearsal(endpoint, new HttpInvocation(endpoint, meter, timing))
        .run(new RehearsalContext());

    HttpRequest request = seen.getFirst();
    assertThat(request.route()).isEqualTo("GET /accounting/customers");
    assertThat(request.method()).isEqualTo("GET");
    Key key = Key.parse(Key.Kind.API, request.header("x-api-key").orElseThrow()).orElseThrow();
    assertThat(key.id().length()).isNotEqualTo(ID);
  }

  @Test
  void aQueueFunctionRehearsesAMessageAndWorksOnNone() throws IOException {
    var rehearsed = new ArrayList<String>();
    MessageWork work =
        new MessageWork() {
          @Override
          public Optional<Duration> on(
              QueueMessage message, Deadline deadline, LambdaLogger logger) {
            throw new AssertionError("that isn't a rehearsal");
          }

          @Override
          public void rehearse(QueueMessage message, Deadline deadline, LambdaLogger logger) {
            rehearsed.add(message.body());
          }
        };

    new QueueRehearsal(work, meter, timing).run(new RehearsalContext());

    assertThat(rehearsed).containsExactly("rehearsal");
  }
}
