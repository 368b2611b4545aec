package io.fortnoxconnector.translation;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * One of a few words.
 *
 * @param readOnly words of Fortnox's that can be seen and not written, and how they show
 */
record ChoiceCodec(List<Word> choices, List<Word> readOnly) implements Codec {

  static ChoiceCodec of(String... words) {
    return new ChoiceCodec(Stream.of(words).map(word -> Word.word(word, word)).toList(), List.of());
  }

  @Override
  public Optional<JsonNode> decode(JsonNode fortnox) {
    String held = fortnox.asText();
    return all()
        .filter(word -> word.fortnox().equals(held))
        .findFirst()
        .map(word -> TextNode.valueOf(word.unified()));
  }

  @Override
  public Encoded encode(JsonNode unified) {
    return choices.stream()
        .filter(word -> unified.isTextual() && word.unified().equals(unified.asText()))
        .findFirst()
        .<Encoded>map(word -> new Encoded.Value(TextNode.valueOf(word.fortnox())))
        .orElseGet(() -> new Encoded.Flawed("must be one of " + String.join(", ", writable())));
  }

  @Override
  public Object comparable(JsonNode fortnox) {
    return fortnox.asText().strip();
  }

  @Override
  public JsonNode nothing() {
    return TextNode.valueOf(Fortnox.BLANK);
  }

  @Override
  public String type() {
    return "string";
  }

  @Override
  public List<String> values() {
    return all().map(Word::unified).distinct().toList();
  }

  private Stream<Word> all() {
    return Stream.concat(choices.stream(), readOnly.stream());
  }

  private List<String> writable() {
    return choices.stream().map(Word::unified).toList();
  }
}
