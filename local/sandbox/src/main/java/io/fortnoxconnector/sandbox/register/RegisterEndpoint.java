package io.fortnoxconnector.sandbox.register;

import com.fasterxml.jackson.databind.node.IntNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import io.fortnoxconnector.sandbox.http.Answer;
import io.fortnoxconnector.sandbox.http.Call;
import io.fortnoxconnector.sandbox.http.FortnoxJson;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;

/**
 * {@code /3/{register}}, {@code /3/{register}/{key}} and {@code /3/{register}/{key}/{action}}: the
 * one engine behind every table.
 */
public final class RegisterEndpoint {

  private final boolean refusesPagesBeyondTheEnd;

  public RegisterEndpoint(boolean refusesPagesBeyondTheEnd) {
    this.refusesPagesBeyondTheEnd = refusesPagesBeyondTheEnd;
  }

  /**
   * Reads or changes one company's register.
   *
   * @param segments what follows the register's path: nothing for the list, a key, a key and an
   *     action
   */
  public Answer answer(Call call, Register register, List<String> segments, Books books) {
    if (!takesJson(call)) {
      return Refusal.badAccept().answer();
    }
    var key =
        Optional.of(segments)
            .filter(given -> !given.isEmpty())
            .map(given -> keyOf(given, register, books));
    if (register.isAction(segments)) {
      var action = Objects.requireNonNull(register.actions.get(segments.get(1)));
      return action.method().equals(call.method())
          ? books.alone(
              () ->
                  onOne(
                      register,
                      key,
                      books.store(register),
                      row -> act(call, register, row, action, books)))
          : Refusal.noSuchRoute().answer();
    }
    if (!register.methods.contains(call.method()) || (register.isPage() && key.isPresent())) {
      return Refusal.noSuchRoute().answer();
    }
    return books.alone(
        () -> {
          if (!register.yearly) {
            return answer(call, register, key, books, books.store(register));
          }
          return books
              .years()
              .asked(call.parameters())
              .map(year -> answer(call, register, key, books, books.store(register, year)))
              .orElseGet(Refusal.badCharacters("financialyear")::answer);
        });
  }

  /** Without its last part, a key means the first record that has the others. */
  private static String keyOf(List<String> segments, Register register, Books books) {
    var key = register.key.in(segments);
    return register.key.meansFirst(segments)
        ? books.alone(() -> books.store(register).first(key).map(Row::key).orElse(key))
        : key;
  }

  private Answer answer(
      Call call, Register register, Optional<String> key, Books books, Store store) {
    return switch (call.method()) {
      case "GET" -> read(call, register, key, books, store);
      case "POST" ->
          key.isPresent()
              ? Refusal.noSuchRoute().answer()
              : withBody(call, register, input -> create(call, register, input, books, store));
      case "PUT" ->
          onOne(
              register,
              key,
              store,
              row ->
                  withBody(
                      call, register, input -> update(call, register, row, input, books, store)));
      default -> onOne(register, key, store, row -> delete(register, row, books, store));
    };
  }

  private Answer read(
      Call call, Register register, Optional<String> key, Books books, Store store) {
    if (key.isEmpty() && !register.isPage()) {
      return new Listing(
              register, call.parameters(), refusesPagesBeyondTheEnd, books.now().toLocalDate())
          .of(store.all(), reader(call, register));
    }
    return store
        .find(key.orElse(""))
        .map(row -> Answer.json(200, reader(call, register).single(row)))
        .orElseGet(register.notFound::answer);
  }

  private static Answer create(
      Call call, Register register, ObjectNode input, Books books, Store store) {
    var record = FortnoxJson.object();
    var writer = new Writer(register, books);
    writer.withInitials(record);
    register.defaults.fill(input, record, books);
    var refusal = writer.change(input, record);
    if (refusal.isPresent()) {
      return refusal.get().answer();
    }
    store.year().ifPresent(year -> record.put("Year", year));
    if (register.yearField != null) {
      books
          .years()
          .asked(call.parameters())
          .ifPresent(year -> record.put(register.yearField, year));
    }
    var broken =
        register.rules.stream()
            .map(rule -> rule.refusal(record, books))
            .flatMap(Optional::stream)
            .findFirst();
    if (broken.isPresent()) {
      return broken.get().answer();
    }
    var chosen = record.path(register.key.field()).asText();
    if (!chosen.isEmpty() && store.isTaken(register.key.of(record))) {
      return Refusal.invalid(register.takenCode, register.taken.formatted(chosen)).answer();
    }
    if (chosen.isEmpty()) {
      var number = store.nextNumber(register.key.seriesOf(record));
      record.set(
          register.key.field(),
          register.hasIntegerKey()
              ? IntNode.valueOf(Integer.parseInt(number))
              : TextNode.valueOf(number));
    }
    // Some things follow from the number.
    register.derivations.forEach(derivation -> derivation.accept(record, books));
    var row = new Row(register.key.of(record), record, books.now());
    store.put(row);
    register.consequences.forEach(consequence -> consequence.accept(record, books));
    return Answer.json(201, reader(call, register).single(row)).with("Location", register.location);
  }

  private static Answer update(
      Call call, Register register, Row row, ObjectNode input, Books books, Store store) {
    if (register.locked.test(row.values())) {
      return Refusal.locked().answer();
    }
    var record = row.values().deepCopy();
    var changes = input.deepCopy();
    for (var field : register.key.fields()) {
      var sent = input.path(field).asText();
      if (!sent.isEmpty() && !sent.equals(record.path(field).asText())) {
        return Refusal.readOnly(field).answer();
      }
      changes.remove(field);
    }
    var refusal = new Writer(register, books).change(changes, record);
    if (refusal.isPresent()) {
      return refusal.get().answer();
    }
    var changed = new Row(row.key(), record, books.now());
    store.put(changed);
    register.consequences.forEach(consequence -> consequence.accept(record, books));
    return Answer.json(200, reader(call, register).single(changed));
  }

  private static Answer act(Call call, Register register, Row row, Action action, Books books) {
    var record = row.values().deepCopy();
    var refusal = action.work().on(record, books);
    if (refusal.isPresent()) {
      return refusal.get().answer();
    }
    var changed = new Row(row.key(), record, books.now());
    books.store(register).put(changed);
    var made = action.made();
    if (made != null) {
      var number = record.path(made.reference()).asText();
      var other = Catalogue.find(made.register()).orElseThrow();
      return Answer.json(
          200, reader(call, other).single(books.store(other).find(number).orElseThrow()));
    }
    return action.isPdf()
        ? Pdf.of(register.single + " " + row.key())
        : Answer.json(200, reader(call, register).single(changed));
  }

  private static Answer delete(Register register, Row row, Books books, Store store) {
    if (register.locked.test(row.values())) {
      return Refusal.locked().answer();
    }
    store.remove(row.key());
    register.farewells.forEach(farewell -> farewell.accept(row.values(), books));
    for (var other : Catalogue.all()) {
      for (var field : other.fields) {
        if (field.required && register.path.equals(field.refersTo)) {
          books.store(other).removeReferring(field.name, row.key());
        }
      }
    }
    return Answer.empty(204);
  }

  private static Reader reader(Call call, Register register) {
    // A client may follow @url, so it names the address that the client used.
    return new Reader(register, "http://" + call.header("Host").orElse("127.0.0.1"));
  }

  private static Answer onOne(
      Register register, Optional<String> key, Store store, Function<Row, Answer> work) {
    if (key.isEmpty()) {
      return Refusal.noIdentifier().answer();
    }
    return store.find(key.get()).map(work).orElseGet(register.notFound::answer);
  }

  private static Answer withBody(Call call, Register register, Function<ObjectNode, Answer> work) {
    if (!call.header("Content-Type").orElse("").contains("json")) {
      return Refusal.badContentType().answer();
    }
    var body = FortnoxJson.read(call.body());
    if (body.isEmpty()) {
      return Refusal.notJson().answer();
    }
    return body.get().path(register.single) instanceof ObjectNode input
        ? work.apply(input)
        : Refusal.noData().answer();
  }

  private static boolean takesJson(Call call) {
    var accept = call.header("Accept").orElse("*/*");
    return accept.contains("json") || accept.contains("*/*") || accept.contains("application/*");
  }
}
