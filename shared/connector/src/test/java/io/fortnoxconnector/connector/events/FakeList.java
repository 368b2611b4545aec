package io.fortnoxconnector.connector.events;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.fortnoxconnector.connector.twins.FakeFortnox;
import io.fortnoxconnector.fortnox.FortnoxApi;
import io.fortnoxconnector.fortnox.FortnoxCall;
import io.fortnoxconnector.fortnox.FortnoxError;
import io.fortnoxconnector.fortnox.FortnoxReply;
import io.fortnoxconnector.fortnox.Secret;
import io.fortnoxconnector.translation.Resource;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Supplier;

/**
 * A company's lists as Fortnox has them: a row shows name and number, {@code lastmodified} compares
 * whole seconds of Swedish time, pages come by number or offset.
 */
final class FakeList implements FortnoxApi {

  private record Row(ObjectNode entity, LocalDateTime modified) {}

  private static final ZoneId SWEDEN = ZoneId.of("Europe/Stockholm");

  private final Map<String, TreeMap<String, Row>> lists = new TreeMap<>();
  private final Map<String, Resource> resources = new TreeMap<>();
  private final Set<String> refused = new HashSet<>();
  private final List<FortnoxCall> calls = new ArrayList<>();
  private final Supplier<Instant> clock;
  private Runnable beforeAnswering = () -> {};

  FakeList(Supplier<Instant> clock, List<Resource> known) {
    this.clock = clock;
    known.forEach(resource -> resources.put(resource.collectionPath(), resource));
  }

  private TreeMap<String, Row> list(Resource resource) {
    return lists.computeIfAbsent(resource.collectionPath(), _ -> new TreeMap<>());
  }

  /** Creates or changes; {@code comment} is what a row doesn't show. */
  void put(Resource resource, String id, String name, String comment) {
    ObjectNode entity = JsonNodeFactory.instance.objectNode();
    String key = resource.name().equals("customers") ? "CustomerNumber" : "SupplierNumber";
    entity.put(key, id).put("Name", name).put("Comments", comment);
    list(resource).put(id, new Row(entity, now()));
  }

  void delete(Resource resource, String id) {
    list(resource).remove(id);
  }

  /** Answers to this path with a 400 from now on. */
  void refuse(String path) {
    refused.add(path);
  }

  /** Runs once, before the next answer. */
  void beforeAnswering(Runnable doing) {
    beforeAnswering = doing;
  }

  List<FortnoxCall> calls() {
    return calls;
  }

  private LocalDateTime now() {
    return LocalDateTime.ofInstant(clock.get(), SWEDEN).truncatedTo(ChronoUnit.SECONDS);
  }

  @Override
  public FortnoxReply send(FortnoxCall call, Secret accessToken, Duration timeout) {
    calls.add(call);
    Runnable first = beforeAnswering;
    beforeAnswering = () -> {};
    first.run();
    if (refused.contains(call.path())) {
      return FakeFortnox.refused(FortnoxError.Kind.INVALID, "Kan inte visas.");
    }
    Resource whole = resources.get(call.path());
    if (whole != null) {
      return FakeFortnox.answered(page(whole, call.query()));
    }
    int end = call.path().lastIndexOf('/');
    Resource resource = resources.get(call.path().substring(0, end));
    Row row = list(resource).get(call.path().substring(end + 1));
    if (row == null) {
      return FakeFortnox.notFound();
    }
    ObjectNode document = JsonNodeFactory.instance.objectNode();
    document.set(resource.singleKey(), row.entity());
    return FakeFortnox.answered(document);
  }

  private ObjectNode page(Resource resource, Map<String, String> query) {
    String since = query.get("lastmodified");
    List<Row> found =
        list(resource).values().stream()
            .filter(row -> since == null || !row.modified().isBefore(time(since)))
            .toList();
    int limit = Integer.parseInt(query.get("limit"));
    int from =
        query.containsKey("offset")
            ? Integer.parseInt(query.get("offset"))
            : (Integer.parseInt(query.get("page")) - 1) * limit;
    ObjectNode document = JsonNodeFactory.instance.objectNode();
    document
        .putObject("MetaInformation")
        .put("@TotalResources", found.size())
        .put("@TotalPages", Math.ceilDiv(found.size(), limit))
        .put("@CurrentPage", from / limit + 1);
    var rows = document.putArray(resource.listKey());
    found.stream()
        .skip(from)
        .limit(limit)
        .forEach(row -> rows.add(row.entity().deepCopy().without("Comments")));
    return document;
  }

  private static LocalDateTime time(String text) {
    return LocalDateTime.parse(text, DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm"));
  }
}
