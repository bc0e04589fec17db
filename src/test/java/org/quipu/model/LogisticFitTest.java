package org.quipu.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.apache.spark.ml.feature.OffsetInstance;
import org.apache.spark.ml.linalg.SQLDataTypes;
import org.apache.spark.ml.linalg.Vectors;
import org.apache.spark.ml.regression.GeneralizedLinearRegression;
import org.apache.spark.ml.regression.GeneralizedLinearRegressionModel;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.quipu.source.Storage;
import org.quipu.summary.SummaryStore;

class LogisticFitTest {
  private static final StructType SCHEMA =
      new StructType()
          .add("label", DataTypes.DoubleType, false)
          .add("weight", DataTypes.DoubleType, false)
          .add("features", SQLDataTypes.VectorType(), false);

  /** Cells of some DIRESAs and two terms. */
  private record Data(List<GoalCell> cells, List<Scaled> terms) {
    static Data of(long seed) {
      Random random = new Random(seed);
      List<GoalCell> cells = new ArrayList<>();
      double[] first = new double[12];
      double[] second = new double[12];
      for (int i = 0; i < 12; i++) {
        cells.add(new GoalCell("D" + i, null, false, random.nextInt(30), 1 + random.nextInt(30)));
        first[i] = random.nextDouble() * 100;
        second[i] = random.nextInt(2);
      }
      return new Data(cells, List.of(Scaled.of(first, cells), Scaled.of(second, cells)));
    }
  }

  /** What MLlib's estimator makes of the same rows. */
  private static double[] ofEstimator(Data data) {
    List<Row> rows = new ArrayList<>();
    for (int i = 0; i < data.cells().size(); i++) {
      double x = data.terms().get(0).values()[i];
      double y = data.terms().get(1).values()[i];
      GoalCell cell = data.cells().get(i);
      if (cell.met() > 0) {
        rows.add(RowFactory.create(1.0, (double) cell.met(), Vectors.dense(x, y)));
      }
      rows.add(RowFactory.create(0.0, (double) cell.missed(), Vectors.dense(x, y)));
    }
    GeneralizedLinearRegressionModel model =
        new GeneralizedLinearRegression()
            .setFamily("binomial")
            .setLink("logit")
            .setWeightCol("weight")
            .setMaxIter(25)
            .setTol(1e-12)
            .fit(
                TestSession.session()
                    .createDataFrame(TestSession.context().parallelize(rows, 1), SCHEMA));
    double[] slopes = model.coefficients().toArray();
    return new double[] {model.intercept(), slopes[0], slopes[1]};
  }

  @Test
  void givesWhatTheEstimatorGives() {
    for (long seed = 1; seed <= 3; seed++) {
      Data data = Data.of(seed);

      double[] fitted =
          LogisticFit.of(SummaryStore.none(), data.cells(), data.terms()).orElseThrow();

      assertThat(fitted).containsExactly(ofEstimator(data), within(1e-12));
    }
  }

  @Test
  void theLastDigitsDoNotDependOnTheOrderOfAdding() {
    Data data = Data.of(4);
    List<OffsetInstance> rows = new ArrayList<>();
    for (int i = 0; i < data.cells().size(); i++) {
      GoalCell cell = data.cells().get(i);
      var x = Vectors.dense(data.terms().get(0).values()[i], data.terms().get(1).values()[i]);
      rows.add(new OffsetInstance(1, cell.met(), 0, x));
      rows.add(new OffsetInstance(0, cell.missed(), 0, x));
    }
    double[] fitted = LogisticFit.of(SummaryStore.none(), data.cells(), data.terms()).orElseThrow();
    Random random = new Random(4);
    for (int i = 0; i < 50; i++) {
      double[] near = fitted.clone();
      for (int j = 0; j < near.length; j++) {
        near[j] *= 1 + 1e-13 * random.nextGaussian();
      }
      assertThat(LastDigits.of(near, rows)).containsExactly(fitted);
    }
  }

  @Test
  void whatWasFittedOnceIsKept(@TempDir Path folder) throws IOException {
    SummaryStore store = SummaryStore.at(folder.toString(), Storage.plain(), "program");
    Data data = Data.of(1);
    double[] fitted = LogisticFit.of(store, data.cells(), data.terms()).orElseThrow();
    String name = kept(folder).get(0);

    assertThat(store.find(name, double[].class)).hasValue(fitted);
    double[] other = {1, 2, 3};
    store.keep(name, other);
    assertThat(LogisticFit.of(store, data.cells(), data.terms())).hasValue(other);
    // One facility more is another fit.
    GoalCell cell = data.cells().get(0);
    List<GoalCell> more = new ArrayList<>(data.cells());
    more.set(0, new GoalCell(cell.diresaId(), null, false, cell.met() + 1, cell.missed()));
    LogisticFit.of(store, more, data.terms());
    assertThat(kept(folder)).hasSize(2);
  }

  @Test
  void onlyTheNewestFitsAreKept(@TempDir Path folder) throws IOException {
    SummaryStore store = SummaryStore.at(folder.toString(), Storage.plain(), "program");
    Data data = Data.of(1);
    for (int run = 0; run < LogisticFit.FITS + 3; run++) {
      List<GoalCell> cells = new ArrayList<>(data.cells());
      GoalCell cell = cells.get(0);
      cells.set(0, new GoalCell(cell.diresaId(), null, false, cell.met() + run, cell.missed()));
      LogisticFit.of(store, cells, data.terms());
    }
    assertThat(kept(folder)).hasSize(LogisticFit.FITS);
  }

  private static List<String> kept(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files
          .map(file -> file.getFileName().toString())
          .filter(name -> name.startsWith("fit-"))
          .toList();
    }
  }

  @Test
  void aFitThatDoesNotExistIsKeptAsSuch(@TempDir Path folder) throws IOException {
    SummaryStore store = SummaryStore.at(folder.toString(), Storage.plain(), "program");
    List<GoalCell> cells = new ArrayList<>();
    for (int i = 0; i < 6; i++) {
      cells.add(new GoalCell("D" + i, null, false, i > 2 ? 5 : 0, i > 2 ? 0 : 5));
    }
    List<Scaled> terms = List.of(Scaled.of(new double[] {1, 2, 3, 4, 5, 6}, cells));

    assertThat(LogisticFit.of(store, cells, terms)).isEmpty();
    assertThat(store.find(kept(folder).get(0), double[].class)).hasValue(new double[0]);
    assertThat(LogisticFit.of(store, cells, terms)).isEmpty();
  }
}
