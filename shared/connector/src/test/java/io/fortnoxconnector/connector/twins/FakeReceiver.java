package io.fortnoxconnector.connector.twins;

import io.fortnoxconnector.connector.webhooks.Delivery.Outcome;
import io.fortnoxconnector.connector.webhooks.Sender;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** A receiver that notes what comes, and answers as it's told to. */
public final class FakeReceiver implements Sender {

  /** What came. */
  public record Message(URI receiver, Map<String, String> headers, String body) {
    public String id() {
      return headers.get("webhook-id");
    }
  }

  public static final Reply TAKEN = Reply.of(200, null);
  public static final Reply DEAD = Reply.without(Outcome.TIMED_OUT);

  private final List<Message> messages = new ArrayList<>();
  private final FakeTiming timing;
  private Function<Message, Reply> answer = _ -> TAKEN;
  private Duration takes = Duration.ofMillis(20);

  public FakeReceiver(FakeTiming timing) {
    this.timing = timing;
  }

  @Override
  public synchronized Reply post(URI receiver, Map<String, String> headers, byte[] body) {
    var message = new Message(receiver, headers, new String(body, StandardCharsets.UTF_8));
    messages.add(message);
    timing.advance(takes);
    return answer.apply(message);
  }

  public void answers(Function<Message, Reply> how) {
    answer = how;
  }

  public void answers(Reply always) {
    answers(_ -> always);
  }

  public void takes(Duration time) {
    takes = time;
  }

  /** All that came so far, in order. */
  public synchronized List<Message> messages() {
    return List.copyOf(messages);
  }

  /** Their ids. */
  public List<String> ids() {
    return messages().stream().map(Message::id).toList();
  }
}
