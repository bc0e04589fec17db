package org.quipu.survey;

import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.quipu.config.PracticesConfig.Consensus;
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

  /**
   * The codebook of a codebook file's accepted rows, one an option or, with a panel, one an option
   * and expert.
   *
   * @param consensus how the verdicts of several experts become one
   */
  public static Codebook of(SmallSource source, Consensus consensus) {
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
                      row.textOr("expert_id", ""),
                      row.text("classification").equals(Verdict.GOOD.id())));
          verdicts.put(key, experts);
          AcceptedRow first = rows.get(0);
          practices.add(
              new Practice(
                  first.text("question_id"),
                  first.text("option_id"),
                  first.text("function"),
                  verdict(experts, consensus),
                  first.text("text_es"),
                  first.text("text_en")));
        });
    practices.sort(null);
    return new Codebook(List.copyOf(practices), verdicts);
  }

  private static Verdict verdict(SortedMap<String, Boolean> experts, Consensus consensus) {
    long good = experts.values().stream().filter(verdict -> verdict).count();
    long less = experts.size() - good;
    boolean split = consensus == Consensus.UNANIMOUS ? good > 0 && less > 0 : good == less;
    if (split) {
      return Verdict.NO_CONSENSUS;
    }
    return good > less ? Verdict.GOOD : Verdict.LESS_EFFECTIVE;
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
