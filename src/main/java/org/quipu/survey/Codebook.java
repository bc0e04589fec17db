package org.quipu.survey;

import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.quipu.quality.AcceptedRow;
import org.quipu.quality.SmallSource;

/**
 * The options of the management survey with the panel's verdicts.
 *
 * @param practices the options with the panel's consensus, sorted
 * @param verdicts option key → expert → whether the expert holds it for good; both sorted
 */
public record Codebook(
    List<Practice> practices, SortedMap<String, SortedMap<String, Boolean>> verdicts) {
  public static final String GOOD = "good";
  public static final String LESS_EFFECTIVE = "less_effective";

  /**
   * The codebook of a codebook file's accepted rows, one an option or, with a panel, one an option
   * and expert.
   *
   * @param unanimous whether an option is good only where all experts say so; else where more than
   *     half do
   */
  public static Codebook of(SmallSource source, boolean unanimous) {
    TreeMap<String, List<AcceptedRow>> byOption = new TreeMap<>();
    for (AcceptedRow row : source.rows()) {
      byOption
          .computeIfAbsent(
              row.text("question_id") + "/" + row.text("option_id"), k -> new ArrayList<>())
          .add(row);
    }
    List<Practice> practices = new ArrayList<>();
    SortedMap<String, SortedMap<String, Boolean>> verdicts = new TreeMap<>();
    byOption.forEach(
        (key, rows) -> {
          SortedMap<String, Boolean> experts = new TreeMap<>();
          rows.forEach(
              row ->
                  experts.put(
                      row.textOr("expert_id", ""), row.text("classification").equals(GOOD)));
          verdicts.put(key, experts);
          AcceptedRow first = rows.get(0);
          practices.add(
              new Practice(
                  first.text("question_id"),
                  first.text("option_id"),
                  first.text("function"),
                  isGood(experts, unanimous),
                  first.text("text_es"),
                  first.text("text_en")));
        });
    practices.sort(null);
    return new Codebook(List.copyOf(practices), verdicts);
  }

  private static boolean isGood(SortedMap<String, Boolean> experts, boolean unanimous) {
    long good = experts.values().stream().filter(verdict -> verdict).count();
    return unanimous ? good == experts.size() : 2 * good > experts.size();
  }

  /** The functions, sorted. */
  public List<String> functions() {
    return practices.stream().map(Practice::function).distinct().sorted().toList();
  }

  /** The good practices, of all functions. */
  public List<Practice> good() {
    return practices.stream().filter(Practice::good).toList();
  }
}
