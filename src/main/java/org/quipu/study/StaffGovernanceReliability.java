package org.quipu.study;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.quipu.registry.Level;
import org.quipu.stats.Reliability;
import org.quipu.stats.ReliabilityResult;
import org.quipu.summary.SurveyView;
import org.quipu.survey.Instrument;
import org.quipu.survey.Item;
import org.quipu.table.row.ItemAnalysisRow;
import org.quipu.table.row.ReliabilityRow;

/** How consistently the items of each dimension, and all items together, measure. */
final class StaffGovernanceReliability {
  private final SurveyView view;
  private final double confidence;
  private final Instrument instrument;
  private final boolean[] reversed;

  private StaffGovernanceReliability(SurveyView view, double confidence) {
    this.view = view;
    this.confidence = confidence;
    this.instrument = view.instrument();
    this.reversed = new boolean[instrument.items().size()];
    for (int item = 0; item < reversed.length; item++) {
      reversed[item] = instrument.items().get(item).reversed();
    }
  }

  /** Items of one scale, by position. */
  private record Scale(String id, int[] items) {}

  static List<Record> rows(SurveyView view, double confidence) {
    StaffGovernanceReliability reliability = new StaffGovernanceReliability(view, confidence);
    List<Record> rows = new ArrayList<>();
    for (Level level : view.levels()) {
      if (level.compareTo(Level.NETWORK) <= 0) {
        rows.addAll(
            List.copyOf(view.units(level)).parallelStream()
                .flatMap(unit -> reliability.unit(level, unit))
                .toList());
      }
    }
    return rows;
  }

  private List<Scale> scales() {
    List<Scale> scales = new ArrayList<>();
    instrument.dimensions().forEach(id -> scales.add(new Scale(id, instrument.itemsOf(id))));
    scales.add(new Scale(StaffVariable.ALL, IntStream.range(0, reversed.length).toArray()));
    return scales;
  }

  private Stream<Record> unit(Level level, String unit) {
    List<Record> rows = new ArrayList<>();
    for (Scale scale : scales()) {
      Reliability reliability =
          Reliability.of(
              view.moments(level, unit), scale.items, reversed, view.respondents(level, unit));
      rows.add(row(level, unit, scale, reliability.alpha(confidence)));
      rows.add(row(level, unit, scale, reliability.standardized()));
      rows.add(row(level, unit, scale, reliability.splitHalf(confidence)));
      if (isDichotomous(scale)) {
        rows.add(row(level, unit, scale, reliability.kr20(confidence)));
      }
      if (level == Level.NATIONAL) {
        reliability
            .itemAnalyses()
            .forEach(
                item ->
                    rows.add(
                        new ItemAnalysisRow(
                            StaffGovernance.STUDY,
                            view.cleaning().id(),
                            scale.id,
                            instrument.items().get(item.item()).itemId(),
                            item.n(),
                            item.mean(),
                            item.sd(),
                            item.itemRestR(),
                            item.alphaIfDropped(),
                            item.itemRestR() == null ? null : (Boolean) (item.itemRestR() < 0))));
      }
    }
    return rows.stream();
  }

  /** Whether every item of a scale can be answered in two ways only. */
  private boolean isDichotomous(Scale scale) {
    return IntStream.of(scale.items)
        .mapToObj(instrument.items()::get)
        .allMatch(StaffGovernanceReliability::hasTwoAnswers);
  }

  private static boolean hasTwoAnswers(Item item) {
    return item.max().subtract(item.min()).compareTo(BigDecimal.ONE) == 0;
  }

  private ReliabilityRow row(Level level, String unit, Scale scale, ReliabilityResult result) {
    return new ReliabilityRow(
        StaffGovernance.STUDY,
        view.cleaning().id(),
        level.id(),
        unit,
        scale.id,
        result.method(),
        result.items(),
        result.n(),
        result.estimate(),
        result.confLow(),
        result.confHigh(),
        result.state().id(),
        StatisticRows.english(result.reason()),
        StatisticRows.spanish(result.reason()));
  }
}
