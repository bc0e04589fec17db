package org.quipu.report;

import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import org.quipu.table.row.CleaningEffectRow;
import org.quipu.table.row.DescriptiveRow;
import org.quipu.table.row.HypothesisTestRow;
import org.quipu.table.row.ReliabilityRow;
import org.quipu.table.row.RemovalRow;
import org.quipu.table.row.SampleRow;
import org.quipu.table.row.Summary;

/** The rows of the nation that answer study 2: how do staff see the dimensions, do they differ? */
record StaffFindings(
    Optional<SampleRow> sample,
    List<DescriptiveRow> described,
    List<HypothesisTestRow> tests,
    List<ReliabilityRow> alphas,
    List<CleaningEffectRow> effects,
    TreeMap<String, Long> removals) {
  /** The scale of all items. */
  static final String ALL_ITEMS = "all";

  static final String RAW = "raw";
  static final String CLEAN = "clean";
  private static final String STUDY = "staff-governance";

  /** A dimension before and after cleaning. */
  record Dimension(String id, Summary raw, Summary clean) {}

  static StaffFindings of(ResultRows rows) {
    TreeMap<String, Long> removals = new TreeMap<>();
    rows.of(RemovalRow.class).forEach(row -> removals.merge(row.rule(), 1L, Long::sum));
    return new StaffFindings(
        rows.national(SampleRow.class, SampleRow::level).stream().findFirst(),
        rows.national(DescriptiveRow.class, DescriptiveRow::level),
        rows.national(HypothesisTestRow.class, HypothesisTestRow::level).stream()
            .filter(row -> row.study().equals(STUDY))
            .toList(),
        rows.national(ReliabilityRow.class, ReliabilityRow::level).stream()
            .filter(row -> row.method().equals("alpha"))
            .toList(),
        rows.national(CleaningEffectRow.class, CleaningEffectRow::level),
        removals);
  }

  boolean isPresent() {
    return !described.isEmpty();
  }

  List<Dimension> dimensions() {
    return described.stream()
        .filter(row -> row.kind().equals("dimension") && row.cleaning().equals(RAW))
        .map(row -> new Dimension(row.variable(), row.summary(), clean(row)))
        .toList();
  }

  private Summary clean(DescriptiveRow raw) {
    return described.stream()
        .filter(row -> row.cleaning().equals(CLEAN) && row.kind().equals(raw.kind()))
        .filter(row -> row.variable().equals(raw.variable()))
        .map(DescriptiveRow::summary)
        .findFirst()
        .orElse(Summary.none(raw.summary().missing()));
  }

  /** Answers to all items, before cleaning. */
  long answers() {
    return described.stream()
        .filter(row -> row.kind().equals("item") && row.cleaning().equals(RAW))
        .mapToLong(row -> row.summary().n())
        .sum();
  }

  /** A test of the dimensions against each other. */
  Optional<HypothesisTestRow> acrossDimensions(String cleaning, String method) {
    return tests.stream()
        .filter(row -> row.cleaning().equals(cleaning) && row.method().equals(method))
        .filter(row -> row.grouping().equals("dimension"))
        .findFirst();
  }

  Optional<ReliabilityRow> alpha(String cleaning, String scale) {
    return alphas.stream()
        .filter(row -> row.cleaning().equals(cleaning) && row.scale().equals(scale))
        .findFirst();
  }

  /** Whether a test across dimensions is significant only before or only after cleaning. */
  boolean conclusionChanges(String method) {
    return effects.stream()
        .filter(row -> row.variable().equals("dimension_score"))
        .anyMatch(
            row ->
                row.conclusionChanges() != null
                    && List.of(row.conclusionChanges().split(", "))
                        .contains("dimension:" + method));
  }
}
