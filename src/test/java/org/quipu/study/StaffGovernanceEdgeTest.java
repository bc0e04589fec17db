package org.quipu.study;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.quipu.config.CleaningConfig;
import org.quipu.registry.Level;
import org.quipu.table.row.CleaningEffectRow;
import org.quipu.table.row.DescriptiveRow;
import org.quipu.table.row.HypothesisTestRow;
import org.quipu.table.row.ItemAnalysisRow;
import org.quipu.table.row.ReliabilityRow;
import org.quipu.table.row.RemovalRow;
import org.quipu.table.row.SampleRow;

class StaffGovernanceEdgeTest {
  private static final double FOURTEEN_DIGITS = 1e-14;

  private static final String INSTRUMENT =
      """
      item_id,dimension_id,min,max,reversed
      a1,alpha,1,5,0
      a2,alpha,1,5,1
      b1,beta,0,1,0
      b2,beta,0,1,0
      c1,gamma,1,5,0
      """;

  @TempDir Path folder;

  @Test
  void findsOfUnitsThatCleaningLeftAloneWhatItFindsOfAll() {
    Random random = new Random(20240827);
    StringBuilder registry =
        new StringBuilder(
            "facility_id,facility_name,diresa_id,diresa_name,network_id,network_name\n");
    StringBuilder survey = new StringBuilder("respondent_id,facility_id,a1,a2,b1,b2,c1\n");
    for (int facility = 0; facility < 12; facility++) {
      // What is left alone shares its units with what loses everybody.
      int unit = facility % 4 % 3 == 0 ? 0 : 1;
      registry.append("F%d,F,D%d,D,R%d,R\n".formatted(facility, unit, unit));
      for (int i = 0; i < 9; i++) {
        survey.append("R%d-%d,F%d".formatted(facility, i, facility));
        // Of each four: left alone, a wild value, somebody who hardly answered, nobody who did.
        boolean hardly = facility % 4 == 2 && i == 4 || facility % 4 == 3;
        for (int item = 0; item < 5; item++) {
          int most = item == 2 || item == 3 ? 2 : 5;
          boolean wild = facility % 4 == 1 && i == 2 && item == 1;
          String answer = wild ? "44" : String.valueOf(random.nextInt(most) + (most == 5 ? 1 : 0));
          survey.append(',').append(hardly && item != 4 ? "" : answer);
        }
        survey.append('\n');
      }
    }
    CleaningConfig halfAnswered = new CleaningConfig(true, new BigDecimal("0.5"), BigDecimal.ZERO);
    StaffGovernance.Input together =
        StaffSurveys.local(
            folder, INSTRUMENT, registry.toString(), survey.toString(), halfAnswered);
    StaffGovernance.Input apart =
        StaffSurveys.localApart(
            folder, INSTRUMENT, registry.toString(), survey.toString(), halfAnswered);

    assertThat(leftAlone(together)).contains(true, false);
    assertThat(leftAlone(apart)).containsOnly(false);
    assertThat(together.clean().units(Level.FACILITY)).hasSize(9);
    assertThat(StaffGovernance.compute(together).all())
        .containsExactlyElementsOf(StaffGovernance.compute(apart).all());
  }

  private static List<Boolean> leftAlone(StaffGovernance.Input input) {
    return input.clean().units(Level.FACILITY).stream()
        .map(unit -> input.clean().hasAnswersOf(input.raw(), Level.FACILITY, unit))
        .toList();
  }

  @Test
  void agreesWithTheNistCertificateOfSmLs09() throws IOException {
    List<String> lines =
        Files.readAllLines(Path.of("src/test/resources/nist-anova/SmLs09.dat")).stream()
            .filter(line -> line.strip().matches("[1-9]\\s+[0-9.]+"))
            .toList();
    StringBuilder survey = new StringBuilder("respondent_id,facility_id,response\n");
    StringBuilder registry =
        new StringBuilder(
            "facility_id,facility_name,diresa_id,diresa_name,network_id,network_name\n");
    for (int treatment = 1; treatment <= 9; treatment++) {
      registry.append("F%d,F,D%d,D,R%d,R\n".formatted(treatment, treatment, treatment));
    }
    for (int i = 0; i < lines.size(); i++) {
      String[] cells = lines.get(i).strip().split("\\s+");
      survey.append("R%d,F%s,%s\n".formatted(i, cells[0], cells[1]));
    }

    List<Record> rows =
        StaffGovernance.compute(
                StaffSurveys.local(
                    folder,
                    "item_id,dimension_id,min,max,reversed\nresponse,level,0,5,0\n",
                    registry.toString(),
                    survey.toString()))
            .all();

    assertThat(lines).hasSize(18_009);
    for (String grouping : List.of("diresa", "network", "facility")) {
      HypothesisTestRow anova =
          StaffSurveys.row(
              rows,
              HypothesisTestRow.class,
              row ->
                  row.cleaning().equals("raw")
                      && row.variable().equals("response")
                      && row.grouping().equals(grouping)
                      && row.method().equals("anova"));
      assertThat(anova.statistic()).isCloseTo(2001.0, Offset.offset(2001.0 * FOURTEEN_DIGITS));
      assertThat(anova.df1()).isEqualTo(8);
      assertThat(anova.df2()).isEqualTo(18_000);
    }
  }

  @Test
  void describesASingleRespondent() {
    List<Record> rows = national("R1,1,5,0,1,2\n");

    assertThat(StaffSurveys.row(rows, SampleRow.class, row -> true))
        .satisfies(
            sample -> {
              assertThat(sample.sampleSize()).isEqualTo(1);
              // The survey has no column with facilities.
              assertThat(sample.facilities()).isZero();
              assertThat(sample.population()).isNull();
            });
    // The second item is reversed: 5 counts as 1.
    assertThat(described(rows, "dimension", "alpha").summary().mean()).isEqualTo(1);
    assertThat(described(rows, "item", "a2").summary().mean()).isEqualTo(5);
    assertThat(described(rows, "item", "a2").summary().sd()).isNaN();
    // Ranks can be compared even of one value a dimension, as R's kruskal.test does.
    assertThat(
            StaffSurveys.rows(
                rows, HypothesisTestRow.class, row -> !row.method().equals("kruskal_wallis")))
        .isNotEmpty()
        .allSatisfy(
            row -> {
              assertThat(row.state()).isIn("too_few", "no_variance");
              assertThat(row.reason()).isNotBlank();
              assertThat(row.reasonEs()).isNotBlank();
              assertThat(row.pValue()).isNull();
            });
    assertThat(StaffSurveys.rows(rows, ReliabilityRow.class, row -> true))
        .isNotEmpty()
        .allSatisfy(row -> assertThat(row.state()).isEqualTo("too_few"));
  }

  @Test
  void saysOfAnItemThatNobodyAnsweredThatItHasNoNumbers() {
    List<Record> rows = national("R1,1,,0,1,2\nR2,2,,1,1,3\nR3,5,,1,0,4\n");

    DescriptiveRow unanswered = described(rows, "item", "a2");
    assertThat(unanswered.summary().n()).isZero();
    assertThat(unanswered.summary().missing()).isEqualTo(3);
    assertThat(unanswered.summary().mean()).isNaN();
    assertThat(unanswered.rank()).isNull();
    assertThat(alpha(rows, "alpha").state()).isEqualTo("too_few");
    // The dimension is the mean of what was answered.
    assertThat(described(rows, "dimension", "alpha").summary().max()).isEqualTo(5);
    assertThat(
            StaffSurveys.row(
                rows,
                ItemAnalysisRow.class,
                row ->
                    row.scale().equals("all")
                        && row.itemId().equals("a2")
                        && row.cleaning().equals("raw")))
        .satisfies(
            row -> {
              assertThat(row.n()).isZero();
              assertThat(row.mean()).isNull();
            });
  }

  @Test
  void givesNoReliabilityOfOneItemAndOneOfTwoAnswers() {
    List<Record> rows = national("R1,1,4,0,0,2\nR2,2,3,1,1,2\nR3,5,1,1,0,2\nR4,4,4,0,0,2\n");

    assertThat(alpha(rows, "gamma").state()).isEqualTo("too_few");
    assertThat(described(rows, "item", "c1").summary().sd()).isZero();
    assertThat(
            StaffSurveys.rows(
                rows, ReliabilityRow.class, row -> row.method().equals("kr20") && isRaw(row)))
        .singleElement()
        .satisfies(
            row -> {
              assertThat(row.scale()).isEqualTo("beta");
              assertThat(row.estimate()).isEqualTo(alpha(rows, "beta").estimate());
            });
  }

  @Test
  void ranksItemsByTheirMeans() {
    List<Record> rows = national("R1,4,3,0,1,3\nR2,4,3,0,1,3\n");

    assertThat(
            StaffSurveys.rows(
                rows,
                DescriptiveRow.class,
                row -> row.cleaning().equals("raw") && row.kind().equals("item")))
        .extracting(DescriptiveRow::variable, DescriptiveRow::rank)
        .containsExactly(
            tuple("a1", 1), tuple("a2", 2), tuple("b1", 5), tuple("b2", 4), tuple("c1", 2));
  }

  @Test
  void saysWhatOneAnswerOffTheScaleDid() {
    List<Record> rows = national("R1,4,3,0,1,3\nR2,4,3,1,1,300\nR3,3,3,0,0,2\n");

    CleaningEffectRow effect =
        StaffSurveys.row(
            rows,
            CleaningEffectRow.class,
            row -> row.kind().equals("dimension") && row.variable().equals("gamma"));
    assertThat(effect.nRaw()).isEqualTo(3);
    assertThat(effect.removed()).isEqualTo(1);
    assertThat(effect.maxRaw()).isEqualTo(300);
    assertThat(effect.maxClean()).isEqualTo(3);
    assertThat(effect.meanClean()).isEqualTo(2.5);
    assertThat(effect.medianRaw()).isEqualTo(3);
  }

  @Test
  void doesNotDependOnTheOrderOfRows() {
    Random random = new Random(11);
    List<String> respondents = new ArrayList<>();
    for (int i = 0; i < 60; i++) {
      int[] answers = random.ints(5, 1, 6).toArray();
      respondents.add(
          "R%d,%s"
              .formatted(
                  i, String.join(",", Arrays.stream(answers).mapToObj(String::valueOf).toList())));
    }
    List<Record> rows = national(String.join("\n", respondents) + "\n");
    Collections.shuffle(respondents, random);

    assertThat(national(String.join("\n", respondents) + "\n"))
        .filteredOn(row -> !(row instanceof RemovalRow))
        .isEqualTo(rows.stream().filter(row -> !(row instanceof RemovalRow)).toList());
  }

  private List<Record> national(String respondents) {
    return StaffGovernance.compute(
            StaffSurveys.national(
                folder, INSTRUMENT, "respondent_id,a1,a2,b1,b2,c1\n" + respondents))
        .all();
  }

  private static DescriptiveRow described(List<Record> rows, String kind, String variable) {
    return StaffSurveys.row(
        rows,
        DescriptiveRow.class,
        row ->
            row.cleaning().equals("raw")
                && row.kind().equals(kind)
                && row.variable().equals(variable));
  }

  private static ReliabilityRow alpha(List<Record> rows, String scale) {
    return StaffSurveys.row(
        rows,
        ReliabilityRow.class,
        row -> isRaw(row) && row.scale().equals(scale) && row.method().equals("alpha"));
  }

  private static boolean isRaw(ReliabilityRow row) {
    return row.cleaning().equals("raw");
  }
}
