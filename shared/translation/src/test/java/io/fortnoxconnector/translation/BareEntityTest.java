package io.fortnoxconnector.translation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What each function rehearses before its snapshot. */
class BareEntityTest {

  static List<Resource> resources() {
    return Resources.ALL;
  }

  @ParameterizedTest
  @MethodSource("resources")
  void anEntityWithNothingButItsKeyIsShown(Resource resource) {
    assertThat(resource.fromFortnox(resource.bareEntity()).data()).isNotEmpty();
  }

  @ParameterizedTest
  @MethodSource("resources")
  void anEmptyBodyIsAnswered(Resource resource) {
    assertThatCode(
            () -> resource.toFortnox(JsonNodeFactory.instance.objectNode(), WriteMode.CREATE))
        .doesNotThrowAnyException();
  }
}
