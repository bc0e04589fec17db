package org.quipu.study;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.RecordComponent;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.quipu.config.GoalsConfig.PerformanceSource;
import org.quipu.config.GroupsConfig;
import org.quipu.config.PracticesConfig.Consensus;
import org.quipu.quality.SmallSource;
import org.quipu.registry.FacilityRegistry;
import org.quipu.source.SourceContract;
import org.quipu.survey.Codebook;
import org.quipu.table.AbsentIsNaN;
import org.quipu.table.row.ConclusionRow;
import org.quipu.table.row.RemovalRow;

/**
 * Studies of next to nothing: few respondents or none, items that nobody answered or that all
 * answered alike, one network, two DIRESAs, verdicts all the same. Whatever comes in, a row is a
 * number or a state with its reason, and the order of the rows read changes none.
 */
class DegenerateInputsTest {

  @Property(tries = 60)
  void aSurveyOfNextToNothingGivesNumbersOrReasons(@ForAll long seed) throws IOException {
    Random random = new Random(seed);
    int networks = 1 + random.nextInt(3);
    StringBuilder registry =
        new StringBuilder(
            "facility_id,facility_name,diresa_id,diresa_name,network_id,network_name\n");
    int facilities = 1 + random.nextInt(4);
    for (int f = 0; f < facilities; f++) {
      int network = f % networks;
      registry.append("F%d,F,D%d,D,N%d,N\n".formatted(f, network % 2, network));
    }
    int items = 1 + random.nextInt(6);
    StringBuilder instrument = new StringBuilder("item_id,dimension_id,min,max,reversed\n");
    StringBuilder header = new StringBuilder("respondent_id,facility_id");
    int[] habits = new int[items];
    for (int item = 0; item < items; item++) {
      boolean twoAnswers = random.nextInt(3) == 0;
      instrument.append(
          "i%d,d%d,%s,%d\n"
              .formatted(item, item % 3, twoAnswers ? "0,1" : "1,5", random.nextInt(2)));
      header.append(",i").append(item);
      habits[item] = random.nextInt(5);
    }
    List<String> respondents = new ArrayList<>();
    int asked = random.nextInt(9);
    for (int respondent = 0; respondent < asked; respondent++) {
      StringBuilder row =
          new StringBuilder("R%d,F%d".formatted(respondent, random.nextInt(facilities)));
      for (int item = 0; item < items; item++) {
        row.append(',').append(answer(habits[item], random));
      }
      respondents.add(row.toString());
    }

    List<Record> rows = survey(header, instrument, registry, respondents);
    Collections.shuffle(respondents, random);
    assertThat(survey(header, instrument, registry, respondents).equals(rows)).isTrue();

    rows.forEach(DegenerateInputsTest::check);
  }

  /** Nobody answers, all answer 1, few answer, many do, some off the scale. */
  private static String answer(int habit, Random random) {
    return switch (habit) {
      case 0 -> "";
      case 1 -> "1";
      case 2 -> random.nextInt(3) == 0 ? String.valueOf(random.nextInt(2)) : "";
      case 3 -> String.valueOf(random.nextInt(6));
      default -> random.nextInt(6) == 0 ? "99" : String.valueOf(1 + random.nextInt(5));
    };
  }

  private static List<Record> survey(
      CharSequence header,
      CharSequence instrument,
      CharSequence registry,
      List<String> respondents) {
    try {
      Path folder = Files.createTempDirectory("quipu-degenerate");
      try {
        return StaffGovernance.compute(
                StaffSurveys.local(
                    folder,
                    instrument.toString(),
                    registry.toString(),
                    header + "\n" + String.join("\n", respondents) + "\n"))
            .all()
            .stream()
            .filter(row -> !(row instanceof RemovalRow)) // they name file and line
            .toList();
      } finally {
        for (String file : List.of("survey.csv", "instrument.csv", "registry.csv")) {
          Files.deleteIfExists(folder.resolve(file));
        }
        Files.delete(folder);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Property(tries = 200)
  void practicesOfNextToNothingGiveNumbersOrReasons(@ForAll long seed) {
    Random random = new Random(seed);
    int options = 1 + random.nextInt(5);
    int verdicts = random.nextInt(3);
    List<String> codebook = new ArrayList<>();
    for (int option = 0; option < options; option++) {
      boolean good = verdicts == 0 || verdicts == 1 && random.nextBoolean();
      codebook.add("Q%d,A,f%d,%s".formatted(option, option % 2, good ? "good" : "less_effective"));
    }
    List<String> marks = new ArrayList<>();
    List<String> goals = new ArrayList<>();
    List<String> context = new ArrayList<>();
    int diresas = random.nextInt(8);
    int habit = random.nextInt(3);
    for (int diresa = 0; diresa < diresas; diresa++) {
      for (int option = 0; option < options; option++) {
        if (random.nextInt(5) > 0) {
          int marked = habit == 0 ? 1 : random.nextInt(2);
          marks.add("D%d,Q%d,A,%d".formatted(diresa, option, marked));
        }
      }
      if (random.nextInt(6) > 0) {
        int facilities = random.nextInt(4) * 10;
        int deficient = habit == 1 ? 0 : random.nextInt(facilities + 1);
        goals.add("D%d,2007,%d,%d".formatted(diresa, facilities, deficient));
      }
      if (random.nextInt(3) > 0) {
        context.add("D%d,2007,infant_mortality,%d".formatted(diresa, random.nextInt(3)));
      }
    }

    List<Record> rows = practices(codebook, marks, goals, context);
    Collections.shuffle(codebook, random);
    Collections.shuffle(marks, random);
    Collections.shuffle(goals, random);
    Collections.shuffle(context, random);
    assertThat(practices(codebook, marks, goals, context).equals(rows)).isTrue();

    rows.forEach(DegenerateInputsTest::check);
  }

  private static List<Record> practices(
      List<String> codebook, List<String> marks, List<String> goals, List<String> context) {
    return new ManagementPractices(
            source(
                SourceContract.MANAGEMENT_SURVEY, "diresa_id,question_id,option_id,marked", marks),
            Codebook.of(
                source(
                    SourceContract.PRACTICE_CODEBOOK,
                    "question_id,option_id,function,classification",
                    codebook),
                Consensus.MAJORITY),
            source(
                SourceContract.GOAL_ATTAINMENT,
                "diresa_id,period,facilities,facilities_with_deficiencies",
                goals),
            FacilityRegistry.absent("PE"),
            source(
                SourceContract.CONTEXT_INDICATOR, "diresa_id,period,indicator_id,value", context),
            List.of(),
            new ManagementPractices.Settings(
                PerformanceSource.REPORTED,
                new GroupsConfig(GroupsConfig.Method.THRESHOLD, new BigDecimal("50"), List.of()),
                SampleStudy.PRACTICES,
                List.of("infant_mortality"),
                StaffSurveys.STATISTICS))
        .compute()
        .rows();
  }

  private static SmallSource source(SourceContract contract, String header, List<String> rows) {
    return Inputs.source(contract, header, rows.toArray(String[]::new));
  }

  /**
   * Every number is finite, or absent where NaN stands for that; a state that is not ok has its
   * reason in both languages.
   */
  private static void check(Record row) {
    boolean absentIsNaN = row.getClass().isAnnotationPresent(AbsentIsNaN.class);
    for (RecordComponent component : row.getClass().getRecordComponents()) {
      if (value(row, component) instanceof Double number && !(absentIsNaN && number.isNaN())) {
        assertThat(number).as("%s of %s", component.getName(), row).isFinite();
      }
    }
    String state = text(row, "state");
    if (state != null) {
      boolean fine = state.equals("ok");
      assertThat(text(row, "reason") == null).as(row.toString()).isEqualTo(fine);
      assertThat(text(row, "reasonEs") == null).as(row.toString()).isEqualTo(fine);
      if (!fine && !(row instanceof ConclusionRow)) {
        assertThat(text(row, "pValue")).as(row.toString()).isNull();
      }
    }
  }

  /** A component's value as text; null also where the row has no such component. */
  private static String text(Record row, String name) {
    for (RecordComponent component : row.getClass().getRecordComponents()) {
      if (component.getName().equals(name)) {
        Object value = value(row, component);
        return value == null ? null : value.toString();
      }
    }
    return null;
  }

  private static Object value(Record row, RecordComponent component) {
    try {
      return component.getAccessor().invoke(row);
    } catch (ReflectiveOperationException e) {
      throw new AssertionError(component.getName(), e);
    }
  }
}
