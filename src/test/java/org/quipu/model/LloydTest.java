package org.quipu.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.mllib.clustering.KMeans;
import org.apache.spark.mllib.clustering.KMeansModel;
import org.apache.spark.mllib.linalg.Vector;
import org.apache.spark.mllib.linalg.Vectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LloydTest {

  /** Profiles of two kinds of DIRESA, a tenth of the answers turned. */
  private static int[][] profiles(Random random, int diresas, int practices) {
    int[][] values = new int[diresas][practices];
    for (int i = 0; i < diresas; i++) {
      for (int j = 0; j < practices; j++) {
        int usual = (i + j) % 2;
        values[i][j] = random.nextInt(10) == 0 ? 1 - usual : usual;
      }
    }
    return values;
  }

  private static int[] ofMllib(int[][] values, List<Integer> first) {
    List<Vector> points =
        Arrays.stream(values)
            .map(row -> Vectors.dense(Arrays.stream(row).asDoubleStream().toArray()))
            .toList();
    JavaRDD<Vector> rows = TestSession.context().parallelize(points, 1).cache();
    KMeansModel model =
        new KMeans()
            .setK(first.size())
            .setMaxIterations(100)
            .setEpsilon(0)
            .setInitialModel(
                new KMeansModel(first.stream().map(points::get).toArray(Vector[]::new)))
            .run(rows.rdd());
    return points.stream().mapToInt(model::predict).toArray();
  }

  @ParameterizedTest
  @ValueSource(ints = {2, 3, 6})
  void movesAsTheKMeansOfMllibDoes(int k) {
    Random random = new Random(k);
    for (int round = 0; round < 5; round++) {
      int[][] values = profiles(random, 24, 40);
      List<Integer> first = random.ints(0, 24).distinct().limit(k).boxed().toList();

      assertThat(Lloyd.clusters(values, first)).isEqualTo(ofMllib(values, first));
    }
  }

  @Test
  void aPointFarFromAllOthersKeepsItsCentre() {
    int[][] values = new int[5][30];
    Arrays.fill(values[4], 1);

    assertThat(Lloyd.clusters(values, List.of(4, 0))).containsExactly(1, 1, 1, 1, 0);
    // Two centres at one place: the second has no point at first and stays until it has.
    assertThat(Lloyd.clusters(values, List.of(0, 1)))
        .containsExactly(1, 1, 1, 1, 0)
        .isEqualTo(ofMllib(values, List.of(0, 1)));
  }
}
