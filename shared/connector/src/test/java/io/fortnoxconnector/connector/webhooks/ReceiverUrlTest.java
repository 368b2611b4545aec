package io.fortnoxconnector.connector.webhooks;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ReceiverUrlTest {

  private static final ReceiverUrl DEPLOYED = new ReceiverUrl(false);
  private static final ReceiverUrl LOCAL = new ReceiverUrl(true);

  @ParameterizedTest
  @ValueSource(
      strings = {
        "https://vendor.example/in?a=b",
        "https://vendor.example:8443",
        "https://1.1.1.1/",
        "https://[2606:4700:4700::1111]/"
      })
  void whatIsOfTheInternetIsTaken(String url) {
    assertThat(DEPLOYED.flaw(url)).isEmpty();
    assertThat(LOCAL.flaw(url)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "http://vendor.example/",
        "ftp://vendor.example/",
        "vendor.example",
        "https:///x",
        "https://user:secret@vendor.example/",
        "https://vendor.example/#x",
        "https://10.0.0.1/",
        "https://169.254.169.254/latest/",
        "https://[fd00::1]/",
        "https://[::ffff:10.0.0.1]/",
        "not a url"
      })
  void whatIsNotIsRefusedEverywhere(String url) {
    assertThat(DEPLOYED.flaw(url)).isPresent();
    assertThat(LOCAL.flaw(url)).isPresent();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "http://localhost:8080/in", "http://127.0.0.1:8080/", "https://localhost/",
        "https://LOCALHOST/", "https://127.0.0.1/", "https://[::1]:1/"
      })
  void thisMachineIsTakenWhereItMayBeSentTo(String url) {
    assertThat(DEPLOYED.flaw(url)).isPresent();
    assertThat(LOCAL.flaw(url)).isEmpty();
  }
}
