package io.fortnoxconnector.connector.calls;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.fortnoxconnector.connector.problems.Problem;
import io.fortnoxconnector.connector.twins.Samples;
import io.fortnoxconnector.fortnox.FortnoxCall.Method;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RawCallReaderTest {

  private static RawCall valid(String request) {
    return ((RawCallReader.Valid) RawCallReader.read(Samples.json(request))).call();
  }

  private static List<Problem> problems(ObjectNode request) {
    return RawCallReader.read(request) instanceof RawCallReader.Invalid(var problems)
        ? problems
        : List.of();
  }

  private static List<String> pointers(String request) {
    return problems(Samples.json(request)).stream().map(Problem::pointer).toList();
  }

  @Test
  void aCallHasWhatWasAskedFor() {
    RawCall call =
        valid(
            "{'method':'PUT','path':'/3/customers/A%2F1','query':{'x':1,'y':'å'},"
                + "'headers':{'Accept':'application/json'},'body':{'Customer':{'Name':'Bo'}}}");

    assertThat(call.method()).isEqualTo(Method.PUT);
    assertThat(call.path()).isEqualTo("/3/customers/A%2F1");
    assertThat(call.query()).isEqualTo(Map.of("x", "1", "y", "å"));
    assertThat(call.body()).isEqualTo(Samples.json("{'Customer':{'Name':'Bo'}}"));
    assertThat(call.scope()).isEqualTo("customer");
    assertThat(RawCall.of(call.stored())).isEqualTo(call);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/3/customers",
        "/3/invoices/17/preview",
        "/3/units/förp",
        "/3/vouchers/A/17",
        "/3/articles/A 1",
        "/api/warehouse/status-v1/stockbalance",
        "/api/fileattachments/attachments-v1/numberofattachments"
      })
  void fortnoxsResourcesAreReached(String path) {
    assertThat(valid("{'method':'get','path':'" + path + "'}").isWrite()).isFalse();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "/",
        "3/customers",
        "//evil.example/3/customers",
        "/3",
        "/3/",
        "/3//customers",
        "/3/customers/",
        "/2/customers",
        "/oauth-v1/token",
        "/apis/x",
        "https://api.fortnox.se/3/customers",
        "/3/customers?x=1",
        "/3/customers#x",
        "/3/customers/..",
        "/3/../oauth-v1/token",
        "/3/./customers",
        "/3/customers/%2e%2e",
        "/3/customers/%2E%2E/x",
        "/3/customers/%2F..%2F..",
        "/3/customers/..%2Fx",
        "/3/customers/%2Fx",
        "/3/customers/%2fx",
        "/3/customers/%252e",
        "/3/customers/a%00",
        "/3/customers/a\\\\b",
        "/3/customers/a\\u0000b",
        "/3/customers/a\\r\\nb",
        "/3/customers/a;x=1",
        "/3/customers/@x",
        "/3/customers/a:b",
        "/3/a/b/c/d/e/f/g/h/i/j/k"
      })
  void noOtherPathIsTaken(String path) {
    assertThat(pointers("{'method':'GET','path':'" + path + "'}")).containsExactly("/path");
  }

  @Test
  void allThatIsWrongIsToldAtOnce() {
    assertThat(
            pointers(
                "{'method':'PATCH','path':'/2/x','headers':{'authorization':'Bearer x'},"
                    + "'query':{'a b':'1','c':{}},'host':'evil.example'}"))
        .containsExactlyInAnyOrder(
            "/host", "/method", "/path", "/headers/authorization", "/query/a b", "/query/c");
    assertThat(pointers("{}")).containsExactly("/method", "/path");
    assertThat(pointers("{'method':1,'path':[],'headers':1,'query':[]}"))
        .containsExactly("/method", "/path", "/headers", "/query");
  }

  @Test
  void theOwnKeyGoesNowhereButAlong() {
    for (String header : List.of("Authorization", "Host", "Content-Length", "X-Forwarded-For")) {
      assertThat(
              pointers(
                  "{'method':'GET','path':'/3/customers','headers':{'"
                      + header
                      + "':'application/json'}}"))
          .containsExactly("/headers/" + header);
    }
  }

  @Test
  void aBodyIsForWhatTakesOne() {
    assertThat(pointers("{'method':'GET','path':'/3/customers','body':{}}"))
        .containsExactly("/body");
    assertThat(pointers("{'method':'DELETE','path':'/3/customers/1','body':{}}"))
        .containsExactly("/body");
    assertThat(pointers("{'method':'POST','path':'/3/customers','body':'text'}"))
        .containsExactly("/body");
    assertThat(valid("{'method':'PUT','path':'/3/invoices/1/bookkeep'}").body()).isNull();
  }

  @ParameterizedTest
  @ValueSource(strings = {"email", "einvoice", "eprint", "print", "printreminder"})
  void aGetThatSendsSomethingIsAWrite(String action) {
    assertThat(valid("{'method':'GET','path':'/3/invoices/17/" + action + "'}").isWrite()).isTrue();
  }

  @ParameterizedTest
  @ValueSource(strings = {"POST", "PUT", "DELETE"})
  void whateverIsNoGetIsAWrite(String method) {
    assertThat(valid("{'method':'" + method + "','path':'/3/invoices'}").isWrite()).isTrue();
  }

  @Test
  void aPathThatIsNoResourceHereStandsForItsScope() {
    assertThat(valid("{'method':'GET','path':'/3/employees/1'}").scope()).isEqualTo("/3/employees");
  }
}
