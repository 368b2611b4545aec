package io.fortnoxconnector.local.stack.system;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Calls in Fortnox's own terms. */
@ExtendWith(SystemExtension.class)
@SideBySide
class PassThroughTest {

  private static final String PASS_THROUGH = "/accounting/passThrough";
  private static final String CREATE =
      "{\"method\":\"POST\",\"path\":\"/3/customers\",\"body\":{\"Customer\":{\"Name\":\"Bo"
          + " AB\"}}}";

  private final LocalSystem system;

  PassThroughTest(LocalSystem system) {
    this.system = system;
  }

  private Company allowed() {
    Company company = system.company();
    Answer set = company.vendor().api().json("PUT", "/tenants/pass-through", "{\"writes\":true}");
    assertThat(set.status()).as(set.text()).isEqualTo(200);
    assertThat(set.data().path("writes").asBoolean()).isTrue();
    return company;
  }

  @Test
  void aReadIsAnsweredAtOnceWithFortnoxsOwnDocument() {
    Company company = system.company();
    company.create("{\"companyName\":\"Åkeri Öst AB\"}");

    Answer answer =
        company
            .api()
            .post(
                PASS_THROUGH,
                "{\"method\":\"GET\",\"path\":\"/3/customers\",\"query\":{\"name\":\"åkeri\",\"limit\":5}}");

    assertThat(answer.status()).as(answer.text()).isEqualTo(201);
    assertThat(answer.data().at("/Customers/0/Name").asText()).isEqualTo("Åkeri Öst AB");
    assertThat(answer.header("ratelimit")).isNotEmpty();
    assertThat(answer.json().path("errors").isNull()).isTrue();
  }

  @Test
  void whatFortnoxRefusesKeepsItsWords() {
    Answer answer =
        system
            .company()
            .api()
            .post(PASS_THROUGH, "{\"method\":\"GET\",\"path\":\"/3/customers/NIX\"}");

    assertThat(answer.status()).as(answer.text()).isEqualTo(404);
    assertThat(answer.problem().path("fortnox").path("message").asText()).isNotEmpty();
  }

  @Test
  void writesAreOffUntilTheVendorSwitchesThemOn() {
    Company company = system.company();
    assertThat(
            company.vendor().api().get("/tenants/pass-through").data().path("writes").asBoolean())
        .isFalse();

    Answer refused = company.api().post(PASS_THROUGH, CREATE);

    assertThat(refused.status()).as(refused.text()).isEqualTo(403);
    assertThat(refused.code()).isEqualTo("pass-through-off");
    assertThat(company.received("POST", "/3/customers")).isEmpty();
    assertThat(company.api().get("/accounting/asyncTask").data()).isEmpty();
  }

  @Test
  void aWrongIdempotencyKeyIsRefusedThoughAReadHasNoUseForIt() {
    Answer refused =
        system
            .company()
            .api()
            .post(
                PASS_THROUGH,
                "{\"method\":\"GET\",\"path\":\"/3/customers\"}",
                "Idempotency-Key",
                "two words");

    assertThat(refused.status()).as(refused.text()).isEqualTo(400);
    assertThat(refused.code()).isEqualTo("header-invalid");
  }

  @Test
  void aGetThatWouldSendSomethingIsAWriteToo() {
    Answer refused =
        system
            .company()
            .api()
            .post(PASS_THROUGH, "{\"method\":\"GET\",\"path\":\"/3/invoices/1/email\"}");

    assertThat(refused.code()).isEqualTo("pass-through-off");
  }

  @Test
  void aWriteIsATaskLikeAnyOther() {
    Company company = allowed();

    Answer made = company.api().post(PASS_THROUGH, CREATE, "Idempotency-Key", "k");
    Answer again = company.api().post(PASS_THROUGH, CREATE, "Idempotency-Key", "k");

    assertThat(made.status()).as(made.text()).isEqualTo(201);
    assertThat(made.data().at("/Customer/Name").asText()).isEqualTo("Bo AB");
    assertThat(again.data()).isEqualTo(made.data());
    assertThat(again.header("idempotency-replayed")).isEqualTo("true");
    assertThat(company.received("POST", "/3/customers")).hasSize(1);
    JsonNode task = company.api().get("/accounting/asyncTask?idempotencyKey=k").data().path(0);
    assertThat(task.path("resource").asText()).isEqualTo("passThrough");
    assertThat(task.path("operation").asText()).isEqualTo("CALL");
    assertThat(task.path("responseData")).isEqualTo(made.data());
  }

  @Test
  void aRefusedWriteSaysWhatFortnoxSays() {
    Company company = allowed();

    Answer refused =
        company
            .api()
            .post(
                PASS_THROUGH,
                "{\"method\":\"POST\",\"path\":\"/3/customers\",\"body\":{\"Customer\":{\"Nix\":1}}}");

    assertThat(refused.status()).as(refused.text()).isEqualTo(400);
    assertThat(refused.problem().path("fortnox").path("code").asText()).isNotEmpty();
  }

  @Test
  void aWriteWhoseAnswerIsLostIsUncertainAndNotRepeated() {
    Company company = allowed();
    company.trouble("POST", "/3/costcenters").once().failsAfterwardsWith(500);
    String task =
        company.later(
            "POST",
            PASS_THROUGH,
            "{\"method\":\"POST\",\"path\":\"/3/costcenters\","
                + "\"body\":{\"CostCenter\":{\"Code\":\"PT\",\"Description\":\"Passed\"}}}");

    JsonNode ended = company.finished(task);

    assertThat(ended.path("state").asText()).isEqualTo("UNCERTAIN");
    assertThat(company.received("POST", "/3/costcenters")).hasSize(1);
  }
}
