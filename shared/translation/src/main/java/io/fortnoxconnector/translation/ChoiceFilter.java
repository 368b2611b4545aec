package io.fortnoxconnector.translation;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A filter or an order with a few values. */
record ChoiceFilter(String name, String queryParameter, List<Word> choices) implements Filter {

  @Override
  public Optional<String> translate(String value, Map<String, String> query) {
    Optional<String> chosen =
        choices.stream()
            .filter(word -> word.unified().equals(value))
            .map(Word::fortnox)
            .findFirst();
    chosen.ifPresent(word -> query.put(queryParameter, word));
    return chosen.isPresent()
        ? Optional.empty()
        : Optional.of(
            "%s must be one of %s, not %s."
                .formatted(name, String.join(", ", values()), Quoted.of(value)));
  }

  @Override
  public FilterDescription described() {
    return new FilterDescription(name, values(), "");
  }

  private List<String> values() {
    return choices.stream().map(Word::unified).toList();
  }
}
