package io.fortnoxconnector.jobs;

import static org.assertj.core.api.Assertions.assertThat;

import com.amazonaws.services.lambda.runtime.LambdaLogger;
import io.fortnoxconnector.api.QueueMessage;
import io.fortnoxconnector.connector.tasks.Task;
import io.fortnoxconnector.connector.tokens.TokenState.Grant;
import io.fortnoxconnector.connector.twins.World;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class JobsTest {

  private final World world = new World();
  private final List<String> deadLetters = new ArrayList<>();
  private final List<String> log = new ArrayList<>();
  private final LambdaLogger logger =
      new LambdaLogger() {
        @Override
        public void log(String message) {
          log.add(message);
        }

        @Override
        public void log(byte[] message) {
          log.add(new String(message, StandardCharsets.UTF_8));
        }
      };

  @BeforeEach
  void aConnection() {
    world.connect(Grant.REFRESH_TOKEN);
  }

  private Optional<Duration> receive(String body, int receives) {
    var message = new QueueMessage("message", "handle", "group", receives, body, true);
    return new Jobs(world.jobDoor(), (text, id) -> deadLetters.add(id + " " + text))
        .on(message, world.minute(), logger);
  }

  private static String job(String key) {
    return """
    {"connection":"connectionone","resource":"customers","operation":"CREATE",
     "idempotencyKey":"%s","body":{"companyName":"Bo Ek"}}
    """
        .formatted(key);
  }

  @Test
  void anAcceptedJobCanGo() {
    assertThat(receive(job("key"), 1)).isEmpty();

    assertThat(world.tasks.all()).hasSize(1);
    assertThat(log).singleElement().asString().contains("\"outcome\":\"entered\"");
  }

  @Test
  void aJobForAFullCompanyWaitsLongerEachTimeButNeverMoreThanFiveMinutes() {
    world.mostOpen = 1;
    receive(job("key"), 1);

    Duration first = receive(job("next"), 1).orElseThrow();
    assertThat(receive(job("next"), 3)).contains(first.multipliedBy(3));
    assertThat(receive(job("next"), 900_000)).contains(Duration.ofMinutes(5));

    assertThat(world.tasks.all()).extracting(Task::isFinished).containsExactly(false);
    assertThat(deadLetters).isEmpty();
    assertThat(log).last().asString().contains("\"outcome\":\"later\"");
  }

  @Test
  void whatNobodyCouldFindAgainIsPutAsideAtOnce() {
    assertThat(receive("not JSON", 1)).isEmpty();

    assertThat(deadLetters).containsExactly("message not JSON");
  }
}
