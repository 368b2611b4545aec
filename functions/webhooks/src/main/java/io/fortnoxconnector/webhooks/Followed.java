package io.fortnoxconnector.webhooks;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.fortnoxconnector.api.Envelope;
import io.fortnoxconnector.api.HttpRequest;
import io.fortnoxconnector.api.HttpResponse;
import io.fortnoxconnector.api.Paging;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A list that goes on behind an id.
 *
 * @param name what its cursors say that they're of
 */
record Followed<T>(String name, Function<T, String> id, Function<T, ObjectNode> view) {

  /** Where its entries are. */
  @FunctionalInterface
  interface Source<T> {
    List<T> find(int most, @Nullable String after);
  }

  HttpResponse answer(HttpRequest request, Source<T> source) {
    Paging paging = Paging.followed(request);
    String after = paging.behind(name).map(Followed::checked).orElse(null);
    List<T> found = source.find(paging.limit() + 1, after);
    List<T> shown = found.size() > paging.limit() ? found.subList(0, paging.limit()) : found;
    ArrayNode data = JsonNodeFactory.instance.arrayNode();
    shown.forEach(entry -> data.add(view.apply(entry)));
    boolean more = found.size() > shown.size();
    return Envelope.of(data)
        .after(more ? Paging.cursor(name, id.apply(shown.getLast())) : null)
        .response(200);
  }

  private static String checked(String id) {
    return Ids.checked(id).orElseThrow(Paging::noCursor);
  }
}
