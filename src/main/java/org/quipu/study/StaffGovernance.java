package org.quipu.study;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import org.quipu.config.CleaningConfig;
import org.quipu.config.EligibilityConfig;
import org.quipu.config.StatisticsConfig;
import org.quipu.config.StudyName;
import org.quipu.registry.FacilityRegistry;
import org.quipu.summary.Cleaning;
import org.quipu.summary.Removal;
import org.quipu.summary.SurveyView;
import org.quipu.table.row.AgreementRow;
import org.quipu.table.row.CleaningEffectRow;
import org.quipu.table.row.ConclusionRow;
import org.quipu.table.row.DescriptiveRow;
import org.quipu.table.row.FrequencyRow;
import org.quipu.table.row.HypothesisTestRow;

/**
 * Study 2: how staff see the governance of their network, in the dimensions of an instrument, and
 * whether the dimensions differ; before and after cleaning, at every level of the tree.
 *
 * <p>Nothing of the survey is built in: items, dimensions and answer scales are those of the
 * instrument. What the answers do not allow (an item nobody answered, a dimension of one item, a
 * constant) is a row with a state and a reason.
 */
public final class StaffGovernance {
  /** The value of the column {@code study}. */
  static final String STUDY = StudyName.STAFF_GOVERNANCE.id();

  /** Each has some dozen rows of a table … */
  private static final int UNITS_OF_A_PART = 1000;

  /** … or some hundred. */
  private static final int UNITS_OF_FREQUENCIES = 250;

  private StaffGovernance() {}

  /**
   * What the study looks at.
   *
   * @param raw the survey with every numeric answer
   * @param clean the same survey, of the same levels, after the cleaning rules
   * @param registry the tree that both were rolled up by; absent: the national level only
   * @param removals what the cleaning rules took out
   */
  public record Input(
      SurveyView raw,
      SurveyView clean,
      FacilityRegistry registry,
      StatisticsConfig statistics,
      EligibilityConfig eligibility,
      CleaningConfig cleaning,
      SortedSet<Removal> removals) {

    /** Both cleanings, raw first. */
    List<SurveyView> views() {
      return List.of(raw, clean);
    }
  }

  /**
   * What one cleaning gives, but what {@link BothCleanings} have.
   *
   * @param rows all but the tests
   */
  private record Found(List<Record> rows, List<HypothesisTestRow> tests) {}

  /**
   * What the study finds.
   *
   * @param rows of every table but those that follow, whose parts stand each behind the one before
   */
  public record Result(
      List<Record> rows,
      List<UnitPart<DescriptiveRow>> descriptions,
      List<UnitPart<CleaningEffectRow>> cleaningEffects,
      List<UnitPart<FrequencyRow>> frequencies) {

    /** The rows of every table. */
    public List<Record> all() {
      List<Record> all = new ArrayList<>(rows);
      descriptions.forEach(part -> part.rows().get().forEach(all::add));
      cleaningEffects.forEach(part -> part.rows().get().forEach(all::add));
      frequencies.forEach(part -> part.rows().get().forEach(all::add));
      return all;
    }
  }

  /** Computes the study. */
  public static Result compute(Input input) {
    SurveyView raw = input.raw();
    SurveyView clean = input.clean();
    double confidence = input.statistics().confidence();
    Map<Cleaning, FacilitySums> sums = new EnumMap<>(Cleaning.class);
    sums.put(Cleaning.RAW, FacilitySums.of(raw, input.registry()));
    sums.put(Cleaning.CLEAN, sums.get(Cleaning.RAW).after(clean, raw));
    StaffGovernanceDescription description = StaffGovernanceDescription.of(raw, clean, confidence);
    BothCleanings<HypothesisTestRow> dimensions =
        BothCleanings.of(
            raw,
            clean,
            raw.levels(),
            new StaffGovernanceTests(raw, sums.get(Cleaning.RAW), confidence)::acrossDimensions,
            new StaffGovernanceTests(clean, sums.get(Cleaning.CLEAN), confidence)::acrossDimensions,
            HypothesisTestRow::under);
    BothCleanings<AgreementRow> agreement =
        BothCleanings.of(
            raw,
            clean,
            StaffGovernanceAgreement.levels(raw),
            new StaffGovernanceAgreement(raw, sums.get(Cleaning.RAW), confidence)::within,
            new StaffGovernanceAgreement(clean, sums.get(Cleaning.CLEAN), confidence)::within,
            AgreementRow::under);
    List<Record> rows = new ArrayList<>(StaffGovernanceSample.rows(input));
    List<HypothesisTestRow> tests = new ArrayList<>();
    // Neither needs the other, and parts of both that cannot be divided run side by side.
    List<Found> cleanings =
        input.views().parallelStream()
            .map(
                view ->
                    found(view, input, sums.get(view.cleaning()), dimensions.of(view.cleaning())))
            .toList();
    for (Found found : cleanings) {
      rows.addAll(found.rows);
      tests.addAll(found.tests);
    }
    double alpha = input.statistics().alpha();
    List<ConclusionRow> conclusions =
        input.views().parallelStream()
            .flatMap(view -> StaffHeadlines.rows(view, tests, alpha).stream())
            .toList();
    rows.addAll(agreement.raw());
    rows.addAll(agreement.clean());
    rows.addAll(Conclusions.of(conclusions).mark(List.copyOf(tests)));
    rows.addAll(conclusions);
    return new Result(
        rows,
        description.parts(UNITS_OF_A_PART),
        StaffGovernanceCleaning.of(input, description, tests).parts(UNITS_OF_A_PART),
        StaffFrequencies.of(input.views(), UNITS_OF_FREQUENCIES));
  }

  /**
   * @param dimensions tests of the dimensions in each unit
   */
  private static Found found(
      SurveyView view, Input input, FacilitySums facilities, List<HypothesisTestRow> dimensions) {
    double confidence = input.statistics().confidence();
    List<HypothesisTestRow> tests = new ArrayList<>(dimensions);
    tests.addAll(new StaffGovernanceTests(view, facilities, confidence).acrossUnits());
    List<Record> rows = new ArrayList<>(StaffGovernanceEffects.rows(view, tests, confidence));
    for (Record row : StaffGovernanceClusters.rows(view, facilities)) {
      if (row instanceof HypothesisTestRow test) {
        tests.add(test);
      } else {
        rows.add(row);
      }
    }
    rows.addAll(new StaffGovernanceAgreement(view, facilities, confidence).between());
    rows.addAll(StaffGovernancePosthoc.rows(view, confidence));
    rows.addAll(StaffGovernanceShape.rows(view));
    rows.addAll(StaffGovernanceReliability.rows(view, confidence));
    return new Found(rows, tests);
  }
}
