package io.fortnoxconnector.local.stack.sources;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.services.sqs.model.Message;

class BatchResultTest {

  private static final List<Message> BATCH =
      List.of(Message.builder().messageId("a").build(), Message.builder().messageId("b").build());

  @ParameterizedTest
  @ValueSource(
      strings = {"null", "{}", "{\"batchItemFailures\":[]}", "{\"batchItemFailures\":null}"})
  void noFailuresMeanThatAllIsDone(String result) {
    assertThat(done(result, true)).isEqualTo(BATCH);
  }

  @Test
  void whatIsReportedIsNotDone() {
    assertThat(done("{\"batchItemFailures\":[{\"itemIdentifier\":\"b\"}]}", true))
        .extracting(Message::messageId)
        .containsExactly("a");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"batchItemFailures\":[{\"itemIdentifier\":\"\"}]}",
        "{\"batchItemFailures\":[{\"itemIdentifier\":null}]}",
        "{\"batchItemFailures\":[{\"itemIdentifier\":\"c\"}]}",
        "{\"batchItemFailures\":[{\"id\":\"a\"}]}",
        "not JSON"
      })
  void aReportThatMakesNoSenseMeansThatNothingIsDone(String result) {
    assertThat(done(result, true)).isEmpty();
  }

  @Test
  void withoutReportsASuccessIsOneForTheWholeBatch() {
    assertThat(done("{\"batchItemFailures\":[{\"itemIdentifier\":\"b\"}]}", false))
        .isEqualTo(BATCH);
  }

  private static List<Message> done(String result, boolean reports) {
    return BatchResult.done(result.getBytes(UTF_8), BATCH, reports);
  }
}
