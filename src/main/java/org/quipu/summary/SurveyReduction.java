package org.quipu.summary;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.quipu.config.QuotedTexts;
import org.quipu.quality.Pseudonyms;
import org.quipu.quality.RowLayout;
import org.quipu.quality.RowView;
import org.quipu.quality.Rule;
import org.quipu.quality.Rules;
import org.quipu.quality.SipHash;
import org.quipu.registry.Crosswalk;
import org.quipu.source.ColumnType;
import org.quipu.source.ContractColumn;
import org.quipu.source.ParquetBatches;
import org.quipu.source.RecordReader;
import org.quipu.source.SourceContract;
import org.quipu.survey.Item;

/**
 * Reduces a staff survey to tallies by facility.
 *
 * @param plan eligibility, cleaning and the instrument
 * @param knownFacilities ids of the registry; empty: any
 * @param pseudonyms what respondents are called; their ids leave no other trace
 * @param crosswalk codes of facilities that were replaced; a wave that is a date says when
 */
public record SurveyReduction(
    SurveyPlan plan, Set<String> knownFacilities, Pseudonyms pseudonyms, Crosswalk crosswalk)
    implements Reduction<SurveySummary> {
  private static final long serialVersionUID = 1L;

  /** Where no code was replaced. */
  public SurveyReduction(SurveyPlan plan, Set<String> knownFacilities, Pseudonyms pseudonyms) {
    this(plan, knownFacilities, pseudonyms, Crosswalk.none());
  }

  @Override
  public RecordReader current(RecordReader records, RowLayout layout) {
    return CrosswalkReader.of(records, crosswalk, layout, "wave");
  }

  @Override
  public SourceContract contract() {
    return SourceContract.STAFF_SURVEY;
  }

  /** The items: a survey without the column of one breaks its contract. */
  @Override
  public List<ContractColumn> furtherColumns() {
    return plan.instrument().items().stream()
        .map(
            item ->
                new ContractColumn(item.itemId(), ColumnType.DECIMAL, ContractColumn.Need.COLUMN))
        .toList();
  }

  @Override
  public List<Rule> rules(RowLayout layout) {
    List<Rule> rules = new ArrayList<>();
    if (!knownFacilities.isEmpty() && layout.has("facility_id")) {
      rules.add(new Rule.Required(layout.column("facility_id"), "facility_id"));
      rules.add(
          Rules.known(
              layout, "facility_known", knownFacilities, "facility-registry", "facility_id"));
    }
    for (Item item : plan.instrument().items()) {
      rules.add(
          new Rule.OnScale(layout.column(item.itemId()), item.itemId(), item.min(), item.max()));
    }
    rules.addAll(
        Rules.forensics(
            layout,
            items(layout),
            plan.instrument().items().stream().map(Item::min).toList(),
            plan.instrument().items().stream().map(Item::max).toList()));
    return rules;
  }

  private int[] items(RowLayout layout) {
    return plan.instrument().items().stream()
        .mapToInt(item -> layout.column(item.itemId()))
        .toArray();
  }

  @Override
  public String fingerprint() {
    return String.join(
        "\n",
        "survey",
        crosswalk.fingerprint(),
        pseudonyms.keyId() + pseudonyms.areShown(),
        plan.fingerprint(),
        QuotedTexts.sorted(knownFacilities));
  }

  @Override
  public SurveySummary empty() {
    return new SurveySummary(new AnswerWindows(plan.instrument()));
  }

  @Override
  public Fold<SurveySummary> fold(RowLayout layout, String file) {
    int[] items = items(layout);
    int facility = layout.has("facility_id") ? layout.column("facility_id") : -1;
    int experience = layout.has("experience_years") ? layout.column("experience_years") : -1;
    int role = layout.has("role") ? layout.column("role") : -1;
    int[] keys = keyColumns(layout);
    Respondent respondent = new Respondent(plan);
    return (summary, row) -> {
      int unit =
          facility < 0 || row.isMissing(facility)
              ? summary.facility(new char[0], 0, 0)
              : summary.facility(row.record().chars(), row.start(facility), row.end(facility));
      Exclusion reason = exclusion(row, experience, role);
      summary.addKey(keyHash(row, keys));
      summary.addAnswers(AnswerVector.hash(row, items));
      summary.addRespondent(unit, reason);
      if (reason == null) {
        respondent.read(row, items, file);
        respondent.addTo(summary, unit, file, row.record().line());
      }
    };
  }

  /** Why a respondent does not count; null for one who does. A rule needs its column. */
  private Exclusion exclusion(RowView row, int experience, int role) {
    BigDecimal least = plan.minExperienceYears();
    if (experience >= 0 && least.signum() > 0) {
      if (row.isMissing(experience)) {
        return Exclusion.EXPERIENCE_UNKNOWN;
      }
      if (row.decimal(experience).compareTo(least) < 0) {
        return Exclusion.TOO_LITTLE_EXPERIENCE;
      }
    }
    if (role >= 0 && !plan.roles().isEmpty()) {
      if (row.isMissing(role)) {
        return Exclusion.ROLE_UNKNOWN;
      }
      return plan.roles().contains(row.text(role)) ? null : Exclusion.ROLE_NOT_ELIGIBLE;
    }
    return null;
  }

  /** A keyed hash: without the key nobody can try ids out against the store. */
  @Override
  public long keyHash(RowView row, int[] keyColumns) {
    SipHash keyed = pseudonyms.hash();
    long hash = 0;
    for (int column : keyColumns) {
      hash =
          KeyHash.joined(
              hash,
              row.isMissing(column)
                  ? 1
                  : keyed.of(row.record().chars(), row.start(column), row.end(column)));
    }
    return hash;
  }

  @Override
  public Optional<BatchFold<SurveySummary>> batchFold(RowLayout layout, ParquetBatches batches) {
    return crosswalk.isEmpty() && SurveyBatches.fits(plan, layout, batches)
        ? Optional.of(new SurveyBatches(this, layout))
        : Optional.empty();
  }

  @Override
  public Optional<BatchKeys> batchKeys(RowLayout layout, ParquetBatches batches) {
    for (int column : keyColumns(layout)) {
      if (!batches.isText(layout.fields()[column])) {
        return Optional.empty();
      }
    }
    return crosswalk.isEmpty() ? Optional.of(new SurveyBatchKeys(this, layout)) : Optional.empty();
  }

  @Override
  public int[] keyColumns(RowLayout layout) {
    int respondent = layout.column("respondent_id");
    return layout.has("wave")
        ? new int[] {respondent, layout.column("wave")}
        : new int[] {respondent};
  }
}
