package io.fortnoxconnector.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.node.BinaryNode;
import io.fortnoxconnector.api.Multipart.Part;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Forms as browsers, curl and Maesn's SDK send them. */
class MultipartTest {

  private static final String TYPE = "multipart/form-data; boundary=\"a b\"";

  private static byte[] latin(String text) {
    return text.getBytes(StandardCharsets.ISO_8859_1);
  }

  @Test
  void partsComeByteForByteWithTheirNames() {
    String utf8 =
        new String(
            "Å\".pdf".replace("\"", "%22").getBytes(StandardCharsets.UTF_8),
            StandardCharsets.ISO_8859_1);
    var parts =
        Multipart.parts(
            TYPE,
            latin(
                "preamble\r\n--a b\r\ncontent-disposition: form-data; name=note\r\n\r\n\r\n"
                    + "--a b  \r\nContent-Type: x\r\nContent-Disposition: form-data; name=\"file\"; filename=\""
                    + utf8
                    + "\"\r\n\r\n\u0000\u00ff\r\n--a\r\n\r\n--a b--\r\nepilogue"));

    assertThat(parts)
        .containsExactly(
            new Part("note", null, ""), new Part("file", "Å\".pdf", "\u0000\u00ff\r\n--a\r\n"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "--a b",
        "--a b\r\n",
        "--a b\r\nContent-Disposition: form-data; name=\"x\"\r\n\r\nno end",
        "--a b\r\nContent-Disposition: form-data\r\n\r\n\r\n--a b--",
        "--a b\r\nno head\r\n--a b--"
      })
  void whatIsNoFormIsMalformed(String body) {
    assertThatThrownBy(() -> Multipart.parts(TYPE, latin(body))).isInstanceOf(Rejected.class);
  }

  @Test
  void aFormNeedsABoundary() {
    assertThatThrownBy(() -> Multipart.parts("multipart/form-data", new byte[0]))
        .isInstanceOf(Rejected.class);
  }

  @Test
  void aFormAndAnObjectAreTheSameBody() {
    String form =
        "--x\r\nContent-Disposition: form-data; name=\"file\"; filename=\"a.txt\"\r\n\r\nHej\r\n"
            + "--x\r\nContent-Disposition: form-data; name=\"note\"\r\n\r\nn\r\n--x--\r\n";

    var body =
        FileBody.of(
            Requests.withBody(
                Base64.getEncoder().encodeToString(latin(form)),
                true,
                Map.of("content-type", "multipart/form-data; boundary=x")));

    assertThat(body.toString())
        .isEqualTo("{\"content\":\"SGVq\",\"fileName\":\"a.txt\",\"note\":\"n\"}");
    assertThat(body.path("content")).isEqualTo(BinaryNode.valueOf(latin("Hej")));
  }

  @Test
  void aRequestHasOneFile() {
    String part =
        "--x\r\nContent-Disposition: form-data; name=\"files\"; filename=\"a\"\r\n\r\n1\r\n";

    assertThatThrownBy(
            () ->
                FileBody.of(
                    Requests.withBody(
                        part + part + "--x--",
                        false,
                        Map.of("content-type", "multipart/form-data; boundary=x"))))
        .isInstanceOf(Rejected.class);
  }
}
