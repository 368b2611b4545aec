package io.fortnoxconnector.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Tables as RFC 4180 has them, and as spreadsheets write them. */
class CsvTableTest {

  @ParameterizedTest
  @ValueSource(strings = {",", ";", "\t"})
  void theFirstLineTellsWhatSeparates(String separator) {
    String text = "a,b,c\r\n1,,3\r\n".replace(",", separator);

    assertThat(CsvTable.of(text))
        .isEqualTo(new CsvTable(List.of("a", "b", "c"), List.of(List.of("1", "", "3"))));
  }

  @Test
  void quotedCellsHoldSeparatorsLinesAndQuotationMarks() {
    assertThat(CsvTable.of("a,b\n\"1,\r\n\"\"x\"\"\",\"\"\n").rows())
        .containsExactly(List.of("1,\r\n\"x\"", ""));
  }

  @Test
  void theByteOrderMarkBlanksAndEmptyLinesDontCount() {
    assertThat(CsvTable.of("\uFEFFa , b\n\n 1, 2 \n  \n3,4"))
        .isEqualTo(new CsvTable(List.of("a", "b"), List.of(List.of("1", "2"), List.of("3", "4"))));
  }

  @Test
  void aLineThatEndsWithASeparatorHasAnEmptyLastCell() {
    assertThat(CsvTable.of("a,b\n1,").rows()).containsExactly(List.of("1", ""));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "\n\n", "a\n\"b", "a\n\"b\"c"})
  void whatIsNoTableIsRefused(String text) {
    assertThatThrownBy(() -> CsvTable.of(text)).isInstanceOf(Rejected.class);
  }

  @Test
  void whatIsWrittenReadsBack() {
    List<String> cells = List.of("a", "b,c", "d\"e", "f\ng", "h\r", "å");

    String line = String.join(",", cells.stream().map(CsvTable::cell).toList());

    assertThat(line).startsWith("a,\"b,c\",");
    assertThat(CsvTable.of(line + "\n").header()).isEqualTo(cells);
  }
}
