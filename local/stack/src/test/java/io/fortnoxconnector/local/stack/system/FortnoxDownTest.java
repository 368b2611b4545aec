package io.fortnoxconnector.local.stack.system;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** Fortnox's API can't be reached at all; its login still can. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class FortnoxDownTest {

  private LocalSystem system;
  private Company company;

  @BeforeAll
  void connect() throws IOException {
    String nobody = "http://127.0.0.1:" + freePort();
    system = LocalSystem.start((options, fortnox) -> options.parameter("FortnoxApiUrl", nobody));
    company = system.company();
  }

  @AfterAll
  void close() {
    system.close();
  }

  /** A port that nobody listens on. */
  private static int freePort() throws IOException {
    try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    }
  }

  @Test
  void aReadIsAnsweredThatItMayBeRepeated() {
    Answer answer = company.api().get("/accounting/customers");

    assertThat(answer.status()).as(answer.text()).isEqualTo(503);
    assertThat(answer.code()).isEqualTo("fortnox-unreachable");
    assertThat(answer.problem().path("retriable").asBoolean()).isTrue();
    assertThat(Integer.parseInt(answer.header("retry-after"))).isPositive();
  }

  @Test
  void aWriteIsAcceptedAndWaits() {
    Answer accepted =
        company.api().post("/accounting/customers", "{\"companyName\":\"Bo\"}", "Prefer", "wait=1");

    assertThat(accepted.status()).as(accepted.text()).isEqualTo(202);
    assertThat(company.api().get(accepted.header("location")).data().path("finishedDate").isNull())
        .isTrue();
  }

  @Test
  void aCompanyIsConnectedWithoutItsName() {
    Answer connection = company.api().get("/auth/connection");

    assertThat(connection.data().path("consent").asText()).isEqualTo("ACTIVE");
    assertThat(connection.data().path("companyName").isNull()).isTrue();
  }

  @Test
  void theConnectorItselfIsUp() {
    assertThat(system.anybody().get("/health").data().path("status").asText()).isEqualTo("UP");
    assertThat(system.anybody().get("/accounting/capabilities").status()).isEqualTo(200);
  }
}
