package org.quipu.summary;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Set;
import org.quipu.quality.RowLayout;
import org.quipu.quality.SipHash;
import org.quipu.source.ParquetBatches;
import org.quipu.summary.SurveySummary.Part;
import org.quipu.survey.Item;

/**
 * Respondents from batches, item by item as ints. Only those whose answers lie on their scales, are
 * not all the same and are enough go this way: nothing is to be said of them, and raw and clean are
 * one.
 */
final class SurveyBatches implements BatchFold<SurveySummary> {
  static final int LONGEST_ID = 256;
  private static final int ELIGIBLE = 0;
  private static final int NOT_ELIGIBLE = 1;

  private final SurveyReduction reduction;
  private final Set<String> missing;
  private final int longestMissing;
  private final int respondentColumn;
  private final int facilityColumn;
  private final int waveColumn;
  private final int roleColumn;
  private final int experienceColumn;
  private final int[] itemColumns;
  private final int[] least;
  private final int[] greatest;
  private final int leastAnswered;
  private final MissingNumbers missingNumbers;
  private final long[] missingAnswers;
  private final SipHash keyed;
  private final int[][] answers;
  private final int[] row;
  private final WaitingAnswers waiting;
  private long answersHash;
  private final char[] id = new char[LONGEST_ID];
  private SurveySummary summary;
  private BatchTexts facilities;
  private HashedTexts waves;
  private BatchTexts roles;
  private int noFacility;

  SurveyBatches(SurveyReduction reduction, RowLayout layout) {
    SurveyPlan plan = reduction.plan();
    List<Item> items = plan.instrument().items();
    this.reduction = reduction;
    this.missing = layout.missing();
    this.longestMissing = missing.stream().mapToInt(String::length).max().orElse(0);
    this.respondentColumn = field(layout, "respondent_id");
    this.facilityColumn = field(layout, "facility_id");
    this.waveColumn = field(layout, "wave");
    this.roleColumn = plan.roles().isEmpty() ? -1 : field(layout, "role");
    this.experienceColumn =
        plan.minExperienceYears().signum() > 0 ? field(layout, "experience_years") : -1;
    this.itemColumns = items.stream().mapToInt(item -> field(layout, item.itemId())).toArray();
    this.least =
        items.stream()
            .mapToInt(
                item -> Math.max(bound(item.min(), RoundingMode.CEILING), WaitingAnswers.LEAST))
            .toArray();
    this.greatest =
        items.stream()
            .mapToInt(
                item -> Math.min(bound(item.max(), RoundingMode.FLOOR), WaitingAnswers.GREATEST))
            .toArray();
    this.leastAnswered =
        plan.minAnsweredShare()
            .multiply(BigDecimal.valueOf(items.size()))
            .setScale(0, RoundingMode.CEILING)
            .intValue();
    this.missingNumbers = new MissingNumbers(missing);
    this.missingAnswers = missingNumbers.at(0);
    this.keyed = reduction.pseudonyms().hash();
    this.answers = new int[itemColumns.length][ParquetBatches.ROWS];
    this.row = new int[itemColumns.length];
    this.waiting = new WaitingAnswers(itemColumns.length);
  }

  private static int field(RowLayout layout, String name) {
    return layout.has(name) ? layout.fields()[layout.column(name)] : -1;
  }

  private static int bound(BigDecimal value, RoundingMode inwards) {
    return value.setScale(0, inwards).intValue();
  }

  /** Whether the columns are of the kinds that batches can add, and the plan asks for no more. */
  static boolean fits(SurveyPlan plan, RowLayout layout, ParquetBatches batches) {
    if (!plan.fences().isEmpty()
        || layout.has("duration_seconds")
        || !new AnswerWindows(plan.instrument()).isWhole) {
      return false;
    }
    for (String text : List.of("respondent_id", "facility_id", "wave", "role")) {
      if (layout.has(text) && !batches.isText(field(layout, text))) {
        return false;
      }
    }
    for (Item item : plan.instrument().items()) {
      if (!batches.isInt(field(layout, item.itemId()))) {
        return false;
      }
    }
    return !layout.has("experience_years") || !batches.isText(field(layout, "experience_years"));
  }

  @Override
  public int add(SurveySummary into, ParquetBatches batch, Doubtful doubtful) {
    if (summary != into) {
      begin(into);
    }
    int[] facility = facilities == null ? null : facilities.of(batch);
    int[] role = roles == null ? null : roles.of(batch);
    int[] wave = waves == null ? null : waves.of(batch);
    for (int item = 0; item < itemColumns.length; item++) {
      batch.ints(itemColumns[item], answers[item], AnswerWindows.MISSING);
    }
    long leastExperience = experienceColumn < 0 ? 0 : leastExperience(batch);
    long[] missingExperience =
        experienceColumn < 0 ? new long[0] : missingNumbers.at(batch.scale(experienceColumn));
    int rows = batch.rows();
    int added = 0;
    for (int i = 0; i < rows; i++) {
      int at = facility == null ? noFacility : facility[i];
      int eligible = role == null ? ELIGIBLE : role[i];
      int inWave = wave == null ? 0 : wave[i];
      int length = batch.isNull(respondentColumn, i) ? 0 : batch.ascii(respondentColumn, i, id);
      if ((at | eligible | inWave) < 0
          || !isPlain(length)
          || (experienceColumn >= 0
              && (batch.isNull(experienceColumn, i)
                  || MissingNumbers.isOne(batch.unscaled(experienceColumn, i), missingExperience)))
          || !takeAnswers(i)) {
        doubtful.accept(i);
        continue;
      }
      long hash = KeyHash.joined(0, keyed.of(id, 0, length));
      summary.addKey(waves == null ? hash : KeyHash.joined(hash, waves.hash(inWave)));
      summary.addAnswers(answersHash);
      if (experienceColumn >= 0 && batch.unscaled(experienceColumn, i) < leastExperience) {
        summary.addRespondent(at, Exclusion.TOO_LITTLE_EXPERIENCE);
      } else if (eligible != ELIGIBLE) {
        summary.addRespondent(at, Exclusion.ROLE_NOT_ELIGIBLE);
      } else if (waiting.add(at, row)) {
        end();
      }
      added++;
    }
    return added;
  }

  @Override
  public void end() {
    waiting.drain(
        (facility, whole) -> {
          summary.addRespondent(facility, null);
          summary.counts(Part.BOTH).add(facility, whole);
          summary.moments(facility, reduction.plan(), Part.BOTH).add(whole);
        });
  }

  private void begin(SurveySummary into) {
    summary = into;
    facilities = facilityColumn < 0 ? null : new BatchTexts(facilityColumn, this::facility);
    noFacility = facilityColumn < 0 ? into.facility("") : -1;
    waves = waveColumn < 0 ? null : new HashedTexts(waveColumn, text -> isPlain(text), keyed::of);
    roles =
        roleColumn < 0
            ? null
            : new BatchTexts(
                roleColumn,
                text ->
                    !isPlain(text)
                        ? -1
                        : reduction.plan().roles().contains(text) ? ELIGIBLE : NOT_ELIGIBLE);
  }

  private int facility(String text) {
    Set<String> known = reduction.knownFacilities();
    return isPlain(text) && (known.isEmpty() || known.contains(text)) ? summary.facility(text) : -1;
  }

  private boolean isPlain(String text) {
    return !text.isEmpty() && text.equals(text.strip()) && !missing.contains(text);
  }

  /** Whether the id at hand can be neither empty, nor a missing code, nor have spaces around it. */
  private boolean isPlain(int length) {
    return length > longestMissing && length > 0 && id[0] > ' ' && id[length - 1] > ' ';
  }

  /** Experience below which a respondent is not eligible, in the unit of the column's digits. */
  private long leastExperience(ParquetBatches batch) {
    return reduction
        .plan()
        .minExperienceYears()
        .setScale(batch.scale(experienceColumn), RoundingMode.CEILING)
        .unscaledValue()
        .longValueExact();
  }

  /** Takes a respondent's answers; false where a rule may have something to say about them. */
  private boolean takeAnswers(int i) {
    int answered = 0;
    int first = 0;
    boolean differ = false;
    boolean onScale = true;
    long hash = 0;
    for (int item = 0; item < row.length; item++) {
      int answer = answers[item][i];
      row[item] = answer;
      if (answer == AnswerWindows.MISSING) {
        hash = AnswerVector.step(hash, AnswerVector.NONE);
        continue;
      }
      onScale &= answer >= least[item] && answer <= greatest[item];
      onScale &= missingAnswers.length == 0 || !MissingNumbers.isOne(answer, missingAnswers);
      first = answered == 0 ? answer : first;
      differ |= answer != first;
      answered++;
      hash = AnswerVector.step(hash, answer);
    }
    answersHash = AnswerVector.end(hash, answered, differ);
    return onScale && differ && answered >= leastAnswered;
  }
}
