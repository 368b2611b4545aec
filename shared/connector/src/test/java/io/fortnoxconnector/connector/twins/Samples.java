package io.fortnoxconnector.connector.twins;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.fortnoxconnector.connector.connections.Connection;
import io.fortnoxconnector.connector.connections.Connection.ConsentDetail;
import io.fortnoxconnector.connector.connections.Consent;
import io.fortnoxconnector.connector.tasks.Task;
import io.fortnoxconnector.connector.tasks.Task.Progress;
import io.fortnoxconnector.connector.tokens.Sealed;
import io.fortnoxconnector.connector.tokens.TokenState;
import io.fortnoxconnector.connector.tokens.TokenState.Grant;
import io.fortnoxconnector.fortnox.Json;
import io.fortnoxconnector.translation.Operation;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Connections and tasks for tests that don't care about most of what they hold. */
public final class Samples {

  public static final String TENANT = "tenantone";
  public static final String COMPANY = "612345";
  public static final String CLIENT_ID = "client-id";
  public static final String SECRET_NAME = "fortnox/tenantone/client-id";

  private Samples() {}

  /** A connection that was made at {@link FakeTiming#START}. */
  public static Connection connection(String id, String tenant) {
    return connection(id, tenant, FakeTiming.START, tokens(Grant.REFRESH_TOKEN, FakeTiming.START));
  }

  public static Connection connection(String id, String tenant, Instant at, TokenState tokens) {
    return connection(id, tenant, at, tokens, Consent.ACTIVE, null);
  }

  public static Connection connection(
      String id,
      String tenant,
      Instant at,
      TokenState tokens,
      Consent consent,
      @Nullable ConsentDetail detail) {
    return new Connection(
        id,
        tenant,
        COMPANY,
        null,
        null,
        CLIENT_ID,
        SECRET_NAME,
        new TreeSet<>(Set.of("customer", "supplier")),
        consent,
        detail,
        List.of(),
        at,
        tokens);
  }

  /** Tokens of version 1 that nobody can open. */
  public static TokenState tokens(Grant grant, Instant at) {
    return new TokenState(
        grant,
        1,
        sealed("access"),
        at.plus(Duration.ofHours(1)),
        sealed("refresh"),
        null,
        null,
        at);
  }

  public static Sealed sealed(String text) {
    return Sealed.of(text.getBytes(StandardCharsets.UTF_8));
  }

  /** The creation of a customer, accepted at {@link FakeTiming#START}. */
  public static Task task(String id) {
    return task(id, Operation.CREATE, FakeTiming.START, "fingerprint");
  }

  /** The same for another company. */
  public static Task task(String id, String company) {
    return task(id, company, Operation.CREATE, FakeTiming.START, "fingerprint");
  }

  public static Task task(String id, Operation operation, Instant acceptedAt, String fingerprint) {
    return task(id, COMPANY, operation, acceptedAt, fingerprint);
  }

  /** The creation of an account of a financial year. */
  public static Task account(String id, String year) {
    return new Task(
        id,
        "connectionone",
        TENANT,
        COMPANY,
        "accounts",
        Operation.CREATE,
        null,
        null,
        json("{'Number':1935,'Description':'Valuta','Year':" + year + "}"),
        Map.of(),
        List.of(),
        "fingerprint",
        FakeTiming.START,
        Progress.none());
  }

  private static Task task(
      String id, String company, Operation operation, Instant acceptedAt, String fingerprint) {
    return new Task(
        id,
        "connectionone",
        TENANT,
        company,
        "customers",
        operation,
        operation == Operation.CREATE || operation == Operation.BULK ? null : "17",
        null,
        json("{'Name':'Åkeri Öst AB'}"),
        Map.of(),
        List.of(),
        fingerprint,
        acceptedAt,
        Progress.none());
  }

  /** An object of JSON, with ' for ". */
  public static ObjectNode json(String text) {
    try {
      return (ObjectNode) Json.read(text.replace('\'', '"'));
    } catch (JsonProcessingException e) {
      throw new UncheckedIOException(e);
    }
  }
}
