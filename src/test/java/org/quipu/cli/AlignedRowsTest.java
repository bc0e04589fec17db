package org.quipu.cli;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AlignedRowsTest {

  @ParameterizedTest
  @CsvSource({
    "0.0, 0",
    "1.0, 1",
    "65.39, 65.39",
    "33.333333333333336, 33.3333",
    "-33.333333333333336, -33.3333",
    "0.7266, 0.7266",
    "0.00041, 0.00041",
    "7.5123e-6, 7.512e-06",
    "1e-300, 1.000e-300",
    "4281.0, 4281",
    "123456.7, 123457",
    "1234567.8, 1234568",
    "100000.0, 100000",
    "1e14, 100000000000000",
    "1e15, 1.000e+15"
  })
  void shortensNumbersForReading(double number, String shown) {
    assertThat(AlignedRows.shortened(number)).isEqualTo(shown);
  }
}
