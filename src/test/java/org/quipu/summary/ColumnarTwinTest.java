package org.quipu.summary;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.quipu.config.CleaningConfig;
import org.quipu.config.EligibilityConfig;
import org.quipu.config.SourceConfig;
import org.quipu.quality.Book;
import org.quipu.quality.Privacy;
import org.quipu.quality.RulePolicy;
import org.quipu.registry.FacilityRegistry;
import org.quipu.registry.Level;
import org.quipu.source.FileProfile;
import org.quipu.source.Formats;
import org.quipu.source.InputFiles;
import org.quipu.source.ParquetBatches;
import org.quipu.source.Storage;
import org.quipu.source.TextRecord;
import org.quipu.survey.Instrument;
import org.quipu.synthetic.Extent;
import org.quipu.synthetic.OutputFormat;
import org.quipu.synthetic.Synthesis;

/** A Parquet file read by column gives what it gives read by row: sums, books, keys, bad rows. */
class ColumnarTwinTest {
  private static final Storage STORAGE = Storage.plain();

  @TempDir Path folder;
  private Instrument instrument;
  private boolean byDuckDb;

  /** Null where the files are whole. */
  private Random damage;

  private FileProfile synthesize(SourceConfig config) throws IOException {
    // One row in a thousand is bad, so that every kind of bad row stands in some batch.
    Extent extent = new Extent(60, 26, 40, 3000, 12, 7, 0.001);
    new Synthesis(extent, OutputFormat.PARQUET, 2)
        .write(
            folder,
            new Synthesis.Listener() {
              @Override
              public void writing(String source) {}

              @Override
              public void rows(long done, long total) {}
            });
    if (byDuckDb) {
      writeAgain(Path.of(config.paths().get(0)));
    }
    if (damage != null) {
      damage(Path.of(config.paths().get(0)));
    }
    return profile(config);
  }

  private static FileProfile profile(SourceConfig config) throws IOException {
    return InputFiles.of(config, STORAGE).stream()
        .map(file -> Formats.profile(file, config, STORAGE, Long.MAX_VALUE))
        .findFirst()
        .orElseThrow();
  }

  /** DuckDB says of whole numbers that they are signed and how long they are. */
  private void writeAgain(Path file) throws IOException {
    Path written = folder.resolve("written.parquet");
    try (Connection connection = DriverManager.getConnection("jdbc:duckdb:");
        Statement statement = connection.createStatement()) {
      statement.execute(
          "COPY (SELECT * FROM '%s') TO '%s' (FORMAT parquet, ROW_GROUP_SIZE 2048)"
              .formatted(file, written));
    } catch (SQLException e) {
      throw new IOException(e);
    }
    Files.move(written, file, StandardCopyOption.REPLACE_EXISTING);
    FileProfile profile = profile(config(file.getFileName().toString().replace(".parquet", "")));
    assertThat(
            ParquetBatches.open(
                profile.file(), profile.splits().get(0), STORAGE, profile.header(), new int[] {0}))
        .isPresent();
  }

  /** Changes a few bytes of the first row groups. */
  private void damage(Path file) throws IOException {
    byte[] bytes = Files.readAllBytes(file);
    for (int left = 5; left > 0; left--) {
      bytes[4 + damage.nextInt(bytes.length / 4)] ^= (byte) (1 << damage.nextInt(Byte.SIZE));
    }
    Files.write(file, bytes);
  }

  private SourceConfig config(String source, String... missing) {
    return new SourceConfig(
        source,
        List.of(folder.resolve(source + ".parquet").toString()),
        "auto",
        "canonical",
        "auto",
        "auto",
        List.of(missing),
        Map.of());
  }

  private PassPlan<GoalSums> goals(boolean withReferences, String... missing) throws IOException {
    SourceConfig config = config("facility-indicator", missing);
    Set<String> facilities =
        withReferences
            ? IntStream.range(0, 50).mapToObj("%08d"::formatted).collect(Collectors.toSet())
            : Set.of();
    return PassPlan.of(
        STORAGE,
        List.of(synthesize(config)),
        config,
        new IndicatorReduction(true, facilities, Set.of(), null, null),
        Privacy.strict(),
        RulePolicy.none());
  }

  private PassPlan<SurveySummary> survey(String... missing) throws IOException {
    SourceConfig config = config("staff-survey", missing);
    FileProfile profile = synthesize(config);
    FacilityRegistry registry = SurveyFiles.registry(folder.resolve("facility-registry.csv"));
    instrument = SurveyFiles.instrument(folder.resolve("instrument.csv"));
    SurveyPlan plan =
        SurveyPlan.of(
            instrument,
            new EligibilityConfig(new BigDecimal("1.5"), List.of("technical", "administrative")),
            new CleaningConfig(true, new BigDecimal("0.5"), BigDecimal.ZERO),
            SurveyPlan.momentUnits(registry),
            registry.nationalId());
    return PassPlan.of(
        STORAGE,
        List.of(profile),
        config,
        new SurveyReduction(
            plan, Set.copyOf(registry.facilityIds()), Privacy.strict().pseudonyms()),
        Privacy.strict(),
        RulePolicy.none());
  }

  private static <S extends Summary<S>> StoredFile<S> read(PassPlan<S> plan) throws IOException {
    StoredFile<S> all = null;
    for (PassPlan.Part part : plan.parts(List.of(0))) {
      StoredFile<S> one = plan.read(part, null, rows -> {});
      all = all == null ? one : all.plus(one);
    }
    return all;
  }

  /** The rows of some keys, each with its line and its cells. */
  private static Set<String> found(PassPlan<?> plan, Set<Long> keys, KeyRuns runs)
      throws IOException {
    WantedKeys beginnings = WantedKeys.beginningsOf(keys);
    Set<String> rows = new TreeSet<>();
    for (PassPlan.Part part : plan.parts(List.of(0))) {
      long[] lines = runs.lines(part.split(), beginnings).orElse(null);
      KeySearch.Place place = new KeySearch.Place(part, lines);
      for (KeyRows.Row row : new KeySearch(plan, place, new WantedKeys(keys)).rows()) {
        TextRecord.Kept kept = row.record();
        rows.add(row.keyHash() + " line " + kept.line() + ": " + cells(kept.record()));
      }
    }
    return rows;
  }

  private static List<String> cells(TextRecord record) {
    return IntStream.range(0, record.width()).mapToObj(record::text).toList();
  }

  private static <S extends Summary<S>> void assertSame(
      PassPlan<S> plan, Function<S, Object> content) throws IOException {
    Set<Long> collisions = read(plan).summary().collisions();
    assertThat(collisions).isNotEmpty();
    assertThat(found(plan, collisions, new KeyRuns())).hasSizeGreaterThan(collisions.size());
    assertThat(assertTwins(plan, content).total().quarantined()).isPositive();
  }

  /** The book of both. */
  private static <S extends Summary<S>> Book assertTwins(
      PassPlan<S> plan, Function<S, Object> content) throws IOException {
    StoredFile<S> byColumn = read(plan);
    StoredFile<S> byRow = read(plan.byRow());
    assertThat(content.apply(byColumn.summary())).isEqualTo(content.apply(byRow.summary()));
    Set<Long> collisions = byRow.summary().collisions();
    assertThat(byColumn.summary().collisions()).isEqualTo(collisions);
    assertThat(found(plan, collisions, new KeyRuns()))
        .isEqualTo(found(plan.byRow(), collisions, new KeyRuns()))
        .isEqualTo(found(plan, collisions, byColumn.summary().takeRuns()));
    assertThat(byColumn.book()).isEqualTo(byRow.book());
    return byRow.book();
  }

  private static List<GoalCell> cells(GoalSums sums) {
    List<GoalCell> cells = new ArrayList<>();
    sums.forEach(cells::add);
    assertThat(cells).hasSizeGreaterThan(1000);
    return cells;
  }

  /** All that studies can ask of a survey, at every facility. */
  private List<Object> answers(SurveySummary summary) {
    FacilityRegistry registry = SurveyFiles.registry(folder.resolve("facility-registry.csv"));
    List<Object> all = new ArrayList<>();
    all.add(List.copyOf(summary.removals()));
    all.add(summary.judgedVectors());
    all.add(summary.repeatedVectors());
    for (Cleaning cleaning : Cleaning.values()) {
      SurveyView view = SurveyView.of(summary, instrument, registry, cleaning);
      for (Level level : view.levels()) {
        for (String unit : view.units(level)) {
          all.add(unit + " " + view.respondents(level, unit));
          for (int item = 0; item < instrument.items().size(); item++) {
            all.add(view.item(level, unit, item));
            all.add(view.itemMissing(level, unit, item));
            all.add(view.moments(level, unit).sum(item, 0));
            all.add(view.moments(level, unit).n(item, 0));
            all.add(view.moments(level, unit).product(item, 0));
          }
          for (int score = 0; score <= instrument.dimensions().size(); score++) {
            all.add(view.score(level, unit, score));
            all.add(view.scoreMissing(level, unit, score));
          }
          JointScores joint = view.joint(level, unit);
          all.add(joint.n() + " " + joint.tieTerm() + " " + joint.doubledRankSum(0));
          all.add(joint.sum(0).add(joint.product(0, 1)));
        }
      }
    }
    assertThat(all).hasSizeGreaterThan(1000);
    return all;
  }

  @Test
  void goalsWithAndWithoutReferences() throws IOException {
    assertSame(goals(false, "NA"), ColumnarTwinTest::cells);
    assertSame(goals(true, "NA"), ColumnarTwinTest::cells);
  }

  @Test
  void whereGoalsAreIsNotedOnTheWay() throws IOException {
    PassPlan<GoalSums> plan = goals(true, "NA");
    StoredFile<GoalSums> stored = read(plan);
    KeyRuns runs = stored.summary().takeRuns();
    for (PassPlan.Part part : plan.parts(List.of(0))) {
      // Only rows that were looked at alone.
      assertThat(runs.lines(part.split(), new WantedKeys(Set.of())).orElseThrow())
          .isNotEmpty()
          .hasSizeLessThan((int) stored.book().total().read() / 4);
    }
    assertThat(
            stored
                .summary()
                .takeRuns()
                .lines(plan.parts(List.of(0)).get(0).split(), new WantedKeys(Set.of())))
        .isEmpty();
  }

  @Test
  void goalsWithNumbersForMissing() throws IOException {
    // Targets of 40 occur; as a code they are no targets.
    assertSame(goals(false, "40"), ColumnarTwinTest::cells);
  }

  @Test
  void whatDuckDbWrote() throws IOException {
    byDuckDb = true;
    assertSame(goals(false, "NA"), ColumnarTwinTest::cells);
    assertSame(survey("NA"), this::answers);
  }

  /** Rows behind the damage are lost to both; those before it to neither. */
  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6})
  void whatIsDamaged(long seed) throws IOException {
    byDuckDb = true;
    long rows = read(goals(false, "NA")).book().total().read();
    long respondents = read(survey("NA")).book().total().read();
    damage = new Random(seed);
    assertThat(assertTwins(goals(false, "NA"), ColumnarTwinTest::cells).total().read())
        .isBetween(rows / 2, rows);
    assertThat(assertTwins(survey("NA"), this::answers).total().read())
        .isBetween(respondents / 4, respondents - 1);
  }

  @Test
  void respondents() throws IOException {
    assertSame(survey("NA"), this::answers);
  }

  @Test
  void respondentsWithAnAnswerForMissing() throws IOException {
    assertSame(survey("5"), this::answers);
  }
}
