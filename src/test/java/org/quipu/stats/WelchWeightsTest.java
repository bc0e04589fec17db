package org.quipu.stats;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class WelchWeightsTest {

  private static PowerSums group(Random random, double offset, int n) {
    double[] values = new double[n];
    for (int i = 0; i < n; i++) {
      values[i] = offset + random.nextInt(40) / 8.0 + i * 1e-3;
    }
    return FrequencyTable.of(values).powerSums();
  }

  @Test
  void givesEveryBitOfExactArithmetic() {
    Random random = new Random(1);
    for (double offset : new double[] {0, 1e3, 1e9, 1e15}) {
      for (int round = 0; round < 50; round++) {
        List<PowerSums> groups = new ArrayList<>();
        for (int g = 0; g < 2 + random.nextInt(6); g++) {
          groups.add(group(random, offset, 2 + random.nextInt(20)));
        }

        assertThat(WelchWeights.of(SummedGroups.of(groups)))
            .as("%s values about %s", groups.size(), offset)
            .isEqualTo(WelchWeights.exact(SummedGroups.of(groups)));
      }
    }
  }
}
