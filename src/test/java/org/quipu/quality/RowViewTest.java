package org.quipu.quality;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.quipu.source.ColumnType;
import org.quipu.source.TextRecord;

class RowViewTest {

  @Test
  void aFlagIsReadAlsoAfterARowThatLacksIt() {
    RowView view =
        new RowView(
            new RowLayout(
                List.of("marked"), List.of(ColumnType.FLAG), new int[] {0}, 1, Set.of("NA")));
    TextRecord record = new TextRecord();
    for (String missing : List.of("", "NA")) {
      record.begin(2);
      record.add(missing);
      assertThat(view.of(record).isMissing(0)).isTrue();
      record.begin(3);
      record.add(" Sí ");
      assertThat(view.of(record).isSet(0)).isTrue();
    }
  }
}
