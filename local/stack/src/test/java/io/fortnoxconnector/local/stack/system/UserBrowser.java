package io.fortnoxconnector.local.stack.system;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The browser of a company's user, step by step, for walks that don't end where they should. It has
 * one cookie, the connector's.
 */
final class UserBrowser {

  private static final Pattern SESSION = Pattern.compile("name=\"session\" value=\"([^\"]+)\"");

  private final Caller caller;
  private String cookie = "";

  UserBrowser(LocalSystem system) {
    caller = system.anybody();
  }

  Answer open(URI address, String... headers) {
    Caller with = cookie.isEmpty() ? caller : caller.with("Cookie", cookie);
    Answer answer = with.send("GET", address.toString(), new byte[0], headers);
    String set = answer.header("set-cookie");
    if (!set.isEmpty()) {
      cookie = set.split(";", 2)[0];
    }
    return answer;
  }

  /** Opens the link; where at Fortnox it leads. */
  URI depart(URI loginLink) {
    return target(open(loginLink));
  }

  /** Decides on Fortnox's page; where Fortnox sends the browser then. */
  URI decide(URI fortnox, String company, String decision) {
    Answer page = caller.get(fortnox.toString());
    Matcher session = SESSION.matcher(page.text());
    assertThat(session.find()).as(page.text()).isTrue();
    String form =
        "session=%s&company=%s&decision=%s".formatted(session.group(1), company, decision);
    return target(
        caller.send(
            "POST",
            fortnox.resolve("/oauth-v1/auth").toString(),
            form.getBytes(StandardCharsets.UTF_8),
            "Content-Type",
            "application/x-www-form-urlencoded"));
  }

  /** Where Fortnox sends a browser whose user approves. */
  URI approve(URI loginLink, String company) {
    return decide(depart(loginLink), company, "approve");
  }

  static URI target(Answer answer) {
    assertThat(answer.status()).as(answer.text()).isBetween(300, 399);
    return URI.create(answer.header("location"));
  }
}
