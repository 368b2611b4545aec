package io.fortnoxconnector.translation;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** A whole number that Fortnox compares. */
record NumberFilter(String name, String queryParameter, String note) implements Filter {
  private static final Pattern WHOLE = Pattern.compile("[1-9][0-9]{0,8}");

  @Override
  public Optional<String> translate(String value, Map<String, String> query) {
    if (!WHOLE.matcher(value).matches()) {
      return Optional.of(
          "%s must be a whole number from 1, not %s.".formatted(name, Quoted.of(value)));
    }
    query.put(queryParameter, value);
    return Optional.empty();
  }

  @Override
  public FilterDescription described() {
    return new FilterDescription(name, "digits", List.of(), note);
  }
}
