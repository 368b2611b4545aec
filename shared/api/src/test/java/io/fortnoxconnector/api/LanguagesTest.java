package io.fortnoxconnector.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LanguagesTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          sv                        | sv
          SV-se                     | sv
          de,sv                     | sv
          de-DE, de;q=0.9, sv;q=0.2 | sv
          en,sv                     | en
          sv,en                     | sv
          en;q=0.5,sv;q=0.6         | sv
          sv;q=0.5,en;q=0.6         | en
          fi,en-GB;q=0.9,sv;q=0.8   | en
          sv;q=0                    | en
          sv;q=0,en;q=0             | en
          svenska                   | en
          de                        | en
          *                         | en
          ''                        | en
          ;;nonsense                | en
          sv;q=much                 | en
          """)
  void theReaderGetsTheBestOfWhatThereIsAndElseTheFirst(String header, String language) {
    assertThat(Languages.best(header, List.of("en", "sv"))).isEqualTo(language);
  }
}
