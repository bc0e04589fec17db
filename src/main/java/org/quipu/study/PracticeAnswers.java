package org.quipu.study;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.quipu.quality.AcceptedRow;
import org.quipu.quality.SmallSource;
import org.quipu.survey.Codebook;
import org.quipu.survey.Practice;
import org.quipu.table.row.PracticeScoreRow;
import org.quipu.table.row.PracticeUseRow;

/**
 * The DIRESAs that responded to the management survey, and what each marked. A DIRESA responded
 * when it marked at least one option.
 *
 * <p>An option without a row is unknown, never "not used"; only where a survey lists marked options
 * alone (no row says 0) does it count as not marked, if another option of its question is.
 *
 * @param codebook the options
 * @param marks DIRESA → option key → whether it is marked; both sorted, options that are unknown
 *     left out
 */
record PracticeAnswers(Codebook codebook, SortedMap<String, SortedMap<String, Boolean>> marks) {
  static final String ALL_FUNCTIONS = "all";

  static PracticeAnswers of(SmallSource survey, Codebook codebook) {
    SortedMap<String, SortedMap<String, Boolean>> marks = new TreeMap<>();
    SortedMap<String, Set<String>> questions = new TreeMap<>();
    boolean marksOnly = true;
    for (AcceptedRow row : survey.rows()) {
      if (row.text("marked") != null) {
        String diresa = row.text("diresa_id");
        String question = row.text("question_id");
        marks
            .computeIfAbsent(diresa, k -> new TreeMap<>())
            .put(question + "/" + row.text("option_id"), row.flag("marked"));
        questions.computeIfAbsent(diresa, k -> new HashSet<>()).add(question);
        marksOnly &= row.flag("marked");
      }
    }
    marks.values().removeIf(options -> !options.containsValue(true));
    if (marksOnly) {
      marks.forEach((diresa, options) -> addUnmarked(options, questions.get(diresa), codebook));
    }
    return new PracticeAnswers(codebook, marks);
  }

  private static void addUnmarked(
      SortedMap<String, Boolean> options, Set<String> answered, Codebook codebook) {
    for (Practice practice : codebook.practices()) {
      if (answered.contains(practice.questionId())) {
        options.putIfAbsent(practice.key(), false);
      }
    }
  }

  /** The DIRESAs that responded, sorted. */
  List<String> diresas() {
    return List.copyOf(marks.keySet());
  }

  /** Whether a DIRESA uses a practice; null where that is unknown. */
  Boolean used(String diresa, Practice practice) {
    return marks.get(diresa).get(practice.key());
  }

  /** Good practices that a DIRESA marked, of a function or of {@link #ALL_FUNCTIONS}. */
  long goodUsed(String diresa, String function) {
    return good(function).stream()
        .filter(practice -> Boolean.TRUE.equals(used(diresa, practice)))
        .count();
  }

  /** Good practices that can be marked. */
  long goodPossible(String function) {
    return good(function).size();
  }

  private List<Practice> good(String function) {
    return codebook.good().stream()
        .filter(practice -> function.equals(ALL_FUNCTIONS) || practice.function().equals(function))
        .toList();
  }

  /** {@link #ALL_FUNCTIONS}, then each function of the codebook. */
  List<String> functions() {
    List<String> functions = new ArrayList<>(List.of(ALL_FUNCTIONS));
    functions.addAll(codebook.functions());
    return functions;
  }

  /** The name of a score as a variable: {@code practice_score}, {@code practice_score_FUNCTION}. */
  static String variable(String function) {
    return function.equals(ALL_FUNCTIONS) ? "practice_score" : "practice_score_" + function;
  }

  /** A score by DIRESA, in percent; empty where the function has no good practice. */
  SortedMap<String, BigDecimal> scores(String function) {
    SortedMap<String, BigDecimal> scores = new TreeMap<>();
    long possible = goodPossible(function);
    if (possible > 0) {
      diresas()
          .forEach(
              diresa -> scores.put(diresa, Percent.decimal(goodUsed(diresa, function), possible)));
    }
    return scores;
  }

  /** The scores by their names as variables; see {@link #variable}. */
  SortedMap<String, SortedMap<String, BigDecimal>> scoreVariables() {
    SortedMap<String, SortedMap<String, BigDecimal>> variables = new TreeMap<>();
    functions().forEach(function -> variables.put(variable(function), scores(function)));
    return variables;
  }

  /** One row a DIRESA that responded and option. */
  List<PracticeUseRow> useRows() {
    List<PracticeUseRow> rows = new ArrayList<>();
    for (String diresa : diresas()) {
      for (Practice practice : codebook.practices()) {
        rows.add(
            new PracticeUseRow(
                diresa,
                practice.questionId(),
                practice.optionId(),
                practice.function(),
                practice.classification(),
                used(diresa, practice)));
      }
    }
    return rows;
  }

  /** One row a DIRESA that responded and function. */
  List<PracticeScoreRow> scoreRows() {
    List<PracticeScoreRow> rows = new ArrayList<>();
    for (String diresa : diresas()) {
      for (String function : functions()) {
        long used = goodUsed(diresa, function);
        long possible = goodPossible(function);
        rows.add(
            new PracticeScoreRow(diresa, function, used, possible, Percent.of(used, possible)));
      }
    }
    return rows;
  }
}
