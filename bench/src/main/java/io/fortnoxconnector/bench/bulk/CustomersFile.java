package io.fortnoxconnector.bench.bulk;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** A CSV file of companies, each with an organisation number of its own. */
final class CustomersFile {

  /** Those that Skatteverket gives to limited companies begin so. */
  private static final int FIRST = 556_100_000;

  private CustomersFile() {}

  static Path write(Path file, int rows) throws IOException {
    List<String> lines = new ArrayList<>();
    lines.add("companyName;organisationNumber;addresses.BILLING.city");
    for (int row = 1; row <= rows; row++) {
      lines.add("Bolag %d AB;%s;Växjö".formatted(row, organisationNumber(FIRST + row)));
    }
    return Files.write(file, lines);
  }

  /** With its check digit (Luhn), as in 556036-0793. */
  static String organisationNumber(int nineDigits) {
    String digits = Integer.toString(nineDigits);
    int sum = 0;
    for (int place = 0; place < digits.length(); place++) {
      int product = (digits.charAt(place) - '0') * (place % 2 == 0 ? 2 : 1);
      sum += product / 10 + product % 10;
    }
    return digits.substring(0, 6) + "-" + digits.substring(6) + (10 - sum % 10) % 10;
  }
}
