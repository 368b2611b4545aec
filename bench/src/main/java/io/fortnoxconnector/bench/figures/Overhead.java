package io.fortnoxconnector.bench.figures;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.fortnoxconnector.bench.wire.Counts;
import io.fortnoxconnector.bench.wire.Rule;
import io.fortnoxconnector.bench.wire.Wire;
import io.fortnoxconnector.local.stack.Service;
import io.fortnoxconnector.local.stack.client.Api;
import io.fortnoxconnector.local.stack.client.ConnectedCompany;
import io.fortnoxconnector.local.stack.client.FortnoxApp;
import io.fortnoxconnector.sandbox.limit.RateLimit;
import java.io.PrintStream;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/**
 * What the connector adds to a call. Calls go to many companies in turn, so that none of them waits
 * for its budget, and each goes through the connector and straight to the sandbox, so that both see
 * the same machine. The sandbox counts no requests meanwhile.
 */
final class Overhead implements AutoCloseable {

  /** Enough that a company's turn comes again after longer than the budget's pace. */
  private static final int COMPANIES = 40;

  private static final int ROWS = 50;

  private final Bed bed;
  private final List<ConnectedCompany> companies;
  private final Api fortnox;
  private int turn;

  private Overhead(Bed bed) {
    this.bed = bed;
    bed.fortnox().limit(RateLimit.Kind.NONE, false);
    companies = bed.companies(COMPANIES);
    companies.forEach(company -> fill(company.number()));
    String direct = bed.company().number();
    fill(direct);
    fortnox =
        new Api(bed.fortnox().apiUrl())
            .with(
                "Authorization",
                "Bearer "
                    + bed.fortnox()
                        .connect(Bed.APP.clientId(), direct, FortnoxApp.SCOPES, true)
                        .accessToken());
  }

  /** Times first; then, with a wire in between, what each call asks of whom. */
  static List<Figure> measure(int calls, PrintStream out) {
    var figures = new ArrayList<Figure>();
    try (Bed bed = Bed.start(stack -> stack);
        Overhead overhead = new Overhead(bed)) {
      for (Kind kind : Kind.values()) {
        figures.addAll(overhead.times(kind, calls, out));
      }
    }
    var wires = new ArrayList<Wire>();
    try (Bed bed = Bed.start(stack -> stack.between(services -> between(services, wires)));
        Wire between = wires.getFirst();
        Overhead overhead = new Overhead(bed)) {
      for (Kind kind : Kind.values()) {
        figures.addAll(overhead.requests(kind, between));
      }
      figures.add(overhead.ofTheWire(between, calls));
    }
    return figures;
  }

  private enum Kind {
    READ("A warm read of one customer"),
    LIST("A warm list of " + ROWS + " customers"),
    WRITE("A warm create, waited for");

    private final String part;

    Kind(String part) {
      this.part = part;
    }
  }

  private List<Figure> times(Kind kind, int calls, PrintStream out) {
    repeat(COMPANIES, round -> through(kind));
    repeat(COMPANIES, round -> direct(kind));
    var through = new Sample();
    var direct = new Sample();
    var progress = new Progress(out, kind.part, calls);
    repeat(
        calls,
        done -> {
          through.time(() -> through(kind));
          direct.time(() -> direct(kind));
          progress.done(done);
        });
    Figure added =
        Figure.of(kind.part, "added at the median", through.median().minus(direct.median()));
    return List.of(
        Figure.of(kind.part, "calls, each through the connector and directly", calls, ""),
        Figure.of(kind.part, "through the connector, median", through.median()),
        Figure.of(kind.part, "through the connector, p99", through.p99()),
        Figure.of(kind.part, "directly, median", direct.median()),
        Figure.of(kind.part, "directly, p99", direct.p99()),
        kind == Kind.WRITE ? added : added.below(15));
  }

  private List<Figure> requests(Kind kind, Wire wire) {
    repeat(COMPANIES, round -> through(kind));
    Counts before = wire.counts();
    repeat(COMPANIES, round -> through(kind));
    Counts more = wire.counts().since(before);
    var figures = new ArrayList<Figure>();
    for (Service service :
        List.of(Service.DYNAMODB, Service.KMS, Service.SQS, Service.SECRETS_MANAGER)) {
      Figure figure =
          Figure.of(
              kind.part, service + " requests a call", more.of(service) / (double) COMPANIES, "");
      boolean isBound = service == Service.DYNAMODB && kind != Kind.WRITE;
      figures.add(isBound ? figure.atMost(3) : figure);
    }
    return figures;
  }

  /** What the wire itself takes, for whoever measures with it. */
  private Figure ofTheWire(Wire wire, int calls) {
    var straight = new Sample();
    var wired = new Sample();
    try (Api over =
        new Api(wire.urls().getOrDefault(Service.FORTNOX_API, bed.fortnox().apiUrl()))) {
      repeat(
          calls,
          round -> {
            straight.time(() -> fortnox.send("GET", "/3/", ""));
            wired.time(() -> over.send("GET", "/3/", ""));
          });
    }
    return Figure.of(
        "The wire", "added to a request at the median", wired.median().minus(straight.median()));
  }

  private Api.Answer through(Kind kind) {
    Api api = companies.get(turn++ % COMPANIES).api();
    return switch (kind) {
      case READ -> api.send("GET", "/accounting/customers/1", "").expect(200);
      case LIST -> api.send("GET", "/accounting/customers?limit=" + ROWS, "").expect(200);
      case WRITE ->
          api.send(
                  "POST",
                  "/accounting/customers",
                  "{\"companyName\":\"Kund\",\"contactType\":\"COMPANY\"}")
              .expect(201);
    };
  }

  private Api.Answer direct(Kind kind) {
    return switch (kind) {
      case READ -> fortnox.send("GET", "/3/customers/1", "").expect(200);
      case LIST -> fortnox.send("GET", "/3/customers?limit=" + ROWS, "").expect(200);
      case WRITE ->
          fortnox
              .send(
                  "POST", "/3/customers", "{\"Customer\":{\"Name\":\"Kund\",\"Type\":\"COMPANY\"}}")
              .expect(201);
    };
  }

  private void fill(String company) {
    for (int i = 1; i <= ROWS; i++) {
      bed.fortnox()
          .company(company)
          .seed(
              "customers",
              JsonNodeFactory.instance
                  .objectNode()
                  .put("CustomerNumber", String.valueOf(i))
                  .put("Name", "Kund " + i)
                  .put("Type", "COMPANY"));
    }
  }

  private static Map<Service, URI> between(Map<Service, URI> services, List<Wire> made) {
    var wire = new Wire(services, Rule.FORWARD, () -> {});
    made.add(wire);
    return wire.urls();
  }

  private static void repeat(int times, Consumer<Integer> call) {
    for (int i = 0; i < times; i++) {
      call.accept(i);
    }
  }

  @Override
  public void close() {
    fortnox.close();
  }
}
