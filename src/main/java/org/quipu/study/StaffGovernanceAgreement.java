package org.quipu.study;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.quipu.registry.Level;
import org.quipu.stats.Estimate;
import org.quipu.stats.IntraclassCorrelation;
import org.quipu.stats.IntraclassCorrelations;
import org.quipu.stats.PowerSums;
import org.quipu.stats.Reason;
import org.quipu.stats.State;
import org.quipu.stats.SummedGroups;
import org.quipu.stats.WithinGroupAgreement;
import org.quipu.summary.SurveyView;
import org.quipu.survey.Instrument;
import org.quipu.survey.Item;
import org.quipu.table.row.AgreementRow;

/**
 * Whether staff may be averaged: r<sub>wg(j)</sub> of the staff of each unit, over the items of a
 * dimension; ICC(1) and ICC(2) of the units below a unit.
 *
 * <p>Random answers are those that are all as likely on the items' scale. Items of different scales
 * have no one random variance, nor have scales that are not whole numbers: {@code not_computable}.
 */
final class StaffGovernanceAgreement {
  private static final List<Level> AVERAGED = List.of(Level.DIRESA, Level.NETWORK, Level.FACILITY);

  private final SurveyView view;
  private final FacilitySums facilities;
  private final double confidence;
  private final Instrument instrument;
  private final List<StaffVariable> scores;

  StaffGovernanceAgreement(SurveyView view, FacilitySums facilities, double confidence) {
    this.view = view;
    this.confidence = confidence;
    this.facilities = facilities;
    this.instrument = view.instrument();
    this.scores = facilities.variables().stream().filter(variable -> !variable.isItem()).toList();
  }

  /** ICC(1) and ICC(2) of the units below each unit. */
  List<AgreementRow> between() {
    List<AgreementRow> rows = new ArrayList<>();
    for (Level level : List.of(Level.NATIONAL, Level.DIRESA, Level.NETWORK)) {
      rows.addAll(
          List.copyOf(facilities.facilities(level).entrySet()).parallelStream()
              .flatMap(unit -> between(level, unit.getKey(), unit.getValue()).stream())
              .toList());
    }
    return rows;
  }

  /** The levels of which {@link #within} is asked. */
  static List<Level> levels(SurveyView view) {
    return view.levels().stream().filter(level -> level != Level.MICRONETWORK).toList();
  }

  /** r<sub>wg(j)</sub> of the staff of a unit. */
  List<AgreementRow> within(Level level, String unit) {
    List<PowerSums> items =
        level == Level.FACILITY
            ? facilities.byFacility().get(unit).subList(0, instrument.items().size())
            : IntStream.range(0, instrument.items().size())
                .mapToObj(item -> view.item(level, unit, item).powerSums())
                .toList();
    return scores.stream()
        .map(
            scale -> {
              int[] members = items(scale);
              return row(
                  level,
                  unit,
                  scale,
                  members.length,
                  rwgJ(members, IntStream.of(members).mapToObj(items::get).toList()));
            })
        .toList();
  }

  private int[] items(StaffVariable scale) {
    return scale.kind() == StaffVariable.Kind.SCALE
        ? IntStream.range(0, instrument.items().size()).toArray()
        : instrument.itemsOf(scale.id());
  }

  private Estimate rwgJ(int[] members, List<PowerSums> sums) {
    List<Integer> answers =
        IntStream.of(members)
            .mapToObj(instrument.items()::get)
            .map(StaffGovernanceAgreement::answers)
            .distinct()
            .toList();
    if (answers.size() == 1 && answers.get(0) > 1) {
      return WithinGroupAgreement.rwgJOfSums(
          sums, WithinGroupAgreement.uniformVariance(answers.get(0)));
    }
    return Estimate.undefined(
        "rwg_j",
        sums.stream().mapToLong(PowerSums::n).max().orElse(0),
        new Reason(
            State.NOT_COMPUTABLE,
            "Los ítems no tienen una misma escala de números enteros.",
            "The items do not share one scale of whole numbers."));
  }

  /** How many answers an item has; 0 where its scale is not one of whole numbers. */
  private static int answers(Item item) {
    boolean whole = isWhole(item.min()) && isWhole(item.max());
    return whole ? item.max().subtract(item.min()).intValue() + 1 : 0;
  }

  private static boolean isWhole(BigDecimal number) {
    return number.stripTrailingZeros().scale() <= 0;
  }

  private List<AgreementRow> between(Level level, String unit, List<String> members) {
    List<AgreementRow> rows = new ArrayList<>();
    for (Level averaged : AVERAGED) {
      if (averaged.compareTo(level) > 0 && view.levels().contains(averaged)) {
        for (StaffVariable scale : scores) {
          int position = facilities.variables().indexOf(scale);
          SummedGroups units = SummedGroups.of(facilities.sums(members, position, averaged));
          for (IntraclassCorrelation of : IntraclassCorrelations.nested(units, confidence)) {
            rows.add(row(level, unit, scale, averaged, units.n(), of));
          }
        }
      }
    }
    return rows;
  }

  private AgreementRow row(Level level, String unit, StaffVariable scale, int items, Estimate of) {
    return new AgreementRow(
        StaffGovernance.STUDY,
        view.cleaning().id(),
        level.id(),
        unit,
        scale.id(),
        scale.kind().id(),
        of.name(),
        null,
        items,
        of.n(),
        of.value(),
        null,
        null,
        null,
        null,
        of.confLow(),
        of.confHigh(),
        of.state().id(),
        StatisticRows.english(of.reason()),
        StatisticRows.spanish(of.reason()));
  }

  private AgreementRow row(
      Level level,
      String unit,
      StaffVariable scale,
      Level averaged,
      long n,
      IntraclassCorrelation of) {
    return new AgreementRow(
        StaffGovernance.STUDY,
        view.cleaning().id(),
        level.id(),
        unit,
        scale.id(),
        scale.kind().id(),
        of.type().equals("icc1k") ? "icc2" : of.type(),
        averaged.id(),
        of.units(),
        n,
        of.estimate(),
        of.f(),
        of.df1(),
        of.df2(),
        of.pValue(),
        of.confLow(),
        of.confHigh(),
        of.state().id(),
        StatisticRows.english(of.reason()),
        StatisticRows.spanish(of.reason()));
  }
}
