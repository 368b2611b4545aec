package io.fortnoxconnector.bench.growth;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The whole of docs/growth.md's run with a hundredth of the writes. */
class GrowthTest {

  private static final Path PAGE = Path.of("../docs/growth.md");

  @Test
  void aSmallRunFillsThePageWithTablesAndPictures(@TempDir Path docs) throws Exception {
    Files.copy(PAGE, docs.resolve("growth.md"));
    var console = new ByteArrayOutputStream();

    Main.write(
        new Growth(new Runs(new PrintStream(console, false, UTF_8)), 10, List.of(1, 10, 100)),
        docs,
        new PrintStream(console, true, UTF_8));

    assertThat(docs.resolve("growth.md")).content().contains("| 1,000 | 100 | 1,000 | ");
    assertThat(docs.resolve("growth/burst.csv")).content().contains("1000,100,1000,");
    assertThat(console.toString(UTF_8)).contains("10 writers, 100 companies, 300 ms: 1,000 writes");
    for (String picture : List.of("burst", "fairness", "look-ahead")) {
      DocumentBuilderFactory.newInstance()
          .newDocumentBuilder()
          .parse(docs.resolve("growth/" + picture + ".svg").toFile());
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"burst", "fairness", "look-ahead"})
  void thePageShowsEachPicture(String picture) throws Exception {
    assertThat(Files.readString(PAGE)).contains("(growth/" + picture + ".svg)");
    assertThat(PAGE.resolveSibling("growth/" + picture + ".svg")).exists();
  }

  @Test
  void aTableWithoutAPlaceOnThePageIsAFault() {
    var table = new Table("new", List.of(), List.of());

    assertThatThrownBy(() -> Main.withTable("<!-- old -->\n\n<!-- end -->", table))
        .hasMessageContaining("new");
  }

  @Test
  void timesAreForPeopleOnThePageAndSecondsInTheFile() {
    var table = new Table("t", List.of("a", "b"), List.of(List.of("x", Duration.ofMinutes(180))));

    assertThat(table.markdown()).isEqualTo("| a | b |\n| --- | ---: |\n| x | 3.0 h |");
    assertThat(table.csv()).isEqualTo("a,b\nx,10800.000\n");
  }
}
