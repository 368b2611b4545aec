package io.fortnoxconnector.cli;

import com.fasterxml.jackson.databind.MappingIterator;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.dataformat.csv.CsvMapper;
import com.fasterxml.jackson.dataformat.csv.CsvParser;
import com.fasterxml.jackson.dataformat.csv.CsvSchema;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * A CSV file: its first line names the columns. The separator is the one of comma, semicolon and
 * tab that the first line has most of.
 */
record Table(List<String> header, List<List<String>> rows) {

  private static final String BYTE_ORDER_MARK = "\uFEFF";

  static Table read(Path file, Charset charset) {
    String text = text(file, charset);
    String first = text.lines().findFirst().orElse("");
    char separator = ',';
    for (char candidate : new char[] {';', '\t'}) {
      if (count(first, candidate) > count(first, separator)) {
        separator = candidate;
      }
    }
    ObjectReader reader =
        new CsvMapper()
            .enable(CsvParser.Feature.WRAP_AS_ARRAY)
            .enable(CsvParser.Feature.TRIM_SPACES)
            .readerFor(String[].class)
            .with(CsvSchema.emptySchema().withColumnSeparator(separator));
    var rows = new ArrayList<List<String>>();
    try (MappingIterator<String[]> lines = reader.readValues(text)) {
      while (lines.hasNext()) {
        rows.add(Arrays.asList(lines.next()));
      }
    } catch (IOException | RuntimeException broken) {
      throw new Failure(
          Failure.USAGE, file + " can't be read as CSV after row " + rows.size() + ".");
    }
    if (rows.isEmpty()) {
      throw new Failure(Failure.USAGE, file + " is empty.");
    }
    return new Table(rows.getFirst(), List.copyOf(rows.subList(1, rows.size())));
  }

  private static String text(Path file, Charset charset) {
    try {
      String text =
          charset.newDecoder().decode(ByteBuffer.wrap(Files.readAllBytes(file))).toString();
      return text.startsWith(BYTE_ORDER_MARK) ? text.substring(1) : text;
    } catch (CharacterCodingException otherwise) {
      throw new Failure(
          Failure.USAGE,
          file + " isn't in " + charset + ". Excel's files often need --charset windows-1252.");
    } catch (IOException unreadable) {
      throw new Failure(Failure.USAGE, "There is no file " + file + " that can be read.");
    }
  }

  private static long count(String text, char wanted) {
    return text.chars().filter(one -> one == wanted).count();
  }
}
