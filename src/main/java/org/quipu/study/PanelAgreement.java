package org.quipu.study;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.quipu.stats.Agreement;
import org.quipu.stats.AgreementResult;
import org.quipu.survey.Codebook;
import org.quipu.survey.Practice;
import org.quipu.table.row.PanelAgreementRow;

/**
 * How far the experts agree on which options are good practice: in all, and by function. A codebook
 * with one verdict an option has no panel, which is a state.
 */
final class PanelAgreement {
  private PanelAgreement() {}

  /** Three rows, one a coefficient, for all options and for each function. */
  static List<PanelAgreementRow> of(Codebook codebook, double confidence) {
    List<PanelAgreementRow> rows = new ArrayList<>();
    rows.addAll(rows(PracticeAnswers.ALL_FUNCTIONS, codebook, codebook.practices(), confidence));
    for (String function : codebook.functions()) {
      List<Practice> practices =
          codebook.practices().stream()
              .filter(practice -> practice.function().equals(function))
              .toList();
      rows.addAll(rows(function, codebook, practices, confidence));
    }
    return rows;
  }

  private static List<PanelAgreementRow> rows(
      String function, Codebook codebook, List<Practice> practices, double confidence) {
    if (practices.isEmpty()) {
      return List.of();
    }
    List<SortedMap<String, Boolean>> verdicts =
        practices.stream().map(practice -> codebook.verdicts().get(practice.key())).toList();
    Set<String> experts =
        verdicts.stream().flatMap(of -> of.keySet().stream()).collect(Collectors.toSet());
    long[][] ratings =
        verdicts.stream()
            .map(
                of -> {
                  long good = of.values().stream().filter(verdict -> verdict).count();
                  return new long[] {good, of.size() - good};
                })
            .toArray(long[][]::new);
    return Stream.of(
            Agreement.percent(ratings, confidence),
            Agreement.fleissKappa(ratings, confidence),
            Agreement.gwetAc1(ratings, confidence))
        .map(result -> row(function, practices.size(), experts.size(), result))
        .toList();
  }

  private static PanelAgreementRow row(
      String function, long options, long experts, AgreementResult of) {
    return new PanelAgreementRow(
        function,
        options,
        experts,
        of.method(),
        of.estimate(),
        of.confLow(),
        of.confHigh(),
        of.state().id(),
        StatisticRows.english(of.reason()),
        StatisticRows.spanish(of.reason()));
  }
}
