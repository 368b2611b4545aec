package io.fortnoxconnector.translation;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * One of a few words.
 *
 * @param readOnly words that are shown where Fortnox has them and can't be written
 */
record ChoiceCodec(List<Word> choices, List<String> readOnly) implements Codec {

  static ChoiceCodec of(String... words) {
    return new ChoiceCodec(Stream.of(words).map(word -> Word.word(word, word)).toList(), List.of());
  }

  @Override
  public Optional<JsonNode> decode(JsonNode fortnox) {
    String held = fortnox.asText();
    for (Word word : choices) {
      if (word.fortnox().equals(held)) {
        return Optional.of(TextNode.valueOf(word.unified()));
      }
    }
    return readOnly.contains(held) ? Optional.of(TextNode.valueOf(held)) : Optional.empty();
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
    return Stream.concat(writable().stream(), readOnly.stream()).toList();
  }

  private List<String> writable() {
    return choices.stream().map(Word::unified).toList();
  }
}
