package org.quipu.quality;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.quipu.source.ColumnType;
import org.quipu.source.TextRecord;

class ForensicTest {

  @ParameterizedTest
  @CsvSource({
    "9, true",
    "9.0, true",
    "9.0000, true",
    "-9.00, true",
    "99.0, true",
    "5, false",
    "5.0, false",
    "9.5, false",
    "90, false",
    "1e3, false",
    "0.90, false"
  })
  void aCodeForNoAnswerIsOneHoweverItIsWritten(String answer, boolean code) {
    RowView row =
        new RowView(
            new RowLayout(
                List.of("item_1"), List.of(ColumnType.DECIMAL), new int[] {0}, 1, Set.of("NA")));
    TextRecord record = new TextRecord();
    record.begin(2);
    record.add(answer);
    var rule =
        new Forensic.MissingCode(
            new int[] {0}, new BigDecimal[] {BigDecimal.ONE}, new BigDecimal[] {new BigDecimal(5)});

    assertThat(rule.passes(row.of(record))).isEqualTo(!code);
  }
}
