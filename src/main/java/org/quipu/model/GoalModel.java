package org.quipu.model;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import org.quipu.quality.SmallSource;
import org.quipu.registry.FacilityRegistry;
import org.quipu.stats.Reason;
import org.quipu.stats.State;
import org.quipu.study.ContextValues;
import org.quipu.study.Population;
import org.quipu.summary.SummaryStore;
import org.quipu.table.row.FacilityPerformanceRow;
import org.quipu.table.row.ModelCoefficientRow;
import org.quipu.table.row.PracticeScoreRow;

/**
 * Does a facility meet its goals more often where its DIRESA uses more good practices, other things
 * being equal? A binomial model with logit link over the facilities of the DIRESAs that responded,
 * in the latest goal period in which any could be judged.
 *
 * <ul>
 *   <li>terms: the DIRESA's practice score in percent; each context indicator in its latest period
 *       that is not after the goals', else its latest; CLAS or not; category (see {@link
 *       GoalTerms})
 *   <li>population {@code all} and, where the registry knows them, {@code clas}: CLAS facilities
 *       alone, without the term CLAS
 *   <li>a facility counts whose goals can be judged and of which every term is known
 *   <li>the practice score belongs to the DIRESA, so that its facilities are not independent: every
 *       coefficient has a second row with cluster-robust errors, held against Student's t with one
 *       degree of freedom less than DIRESAs; with a dozen of them even these are rather too small
 *       than too large
 * </ul>
 *
 * @param facilities which facilities meet their goals
 * @param scores the DIRESAs' practice scores
 * @param registry categories and CLAS
 * @param context what else may tell DIRESAs apart; may be absent
 * @param contextIndicators the indicators of {@code context} that are terms
 * @param confidence level of the intervals
 */
public record GoalModel(
    List<FacilityPerformanceRow> facilities,
    List<PracticeScoreRow> scores,
    FacilityRegistry registry,
    SmallSource context,
    List<String> contextIndicators,
    double confidence) {
  private static final String SCORE = "practice_score";

  /** A line through fewer DIRESAs than this says nothing. */
  private static final int DIRESAS_NEEDED = 4;

  private static final Reason SEPARATED =
      new Reason(
          State.NOT_COMPUTABLE,
          "Los términos separan sin error a los establecimientos que cumplen sus metas: los coeficientes son infinitos.",
          "The terms tell the facilities that meet their goals from the others without error: the coefficients are infinite.");

  /**
   * The rows of all models; none where nobody's goals were judged.
   *
   * @param store what was fitted before
   */
  public List<ModelCoefficientRow> compute(SummaryStore store) {
    String period =
        facilities.stream()
            .filter(row -> row.goalsMet() != null)
            .map(FacilityPerformanceRow::period)
            .max(Comparator.naturalOrder())
            .orElse(null);
    List<ModelCoefficientRow> rows = new ArrayList<>();
    if (period != null) {
      rows.addAll(rows(model(Population.ALL, period), store));
      if (registry.knowsClas()) {
        rows.addAll(rows(model(Population.CLAS, period), store));
      }
    }
    return rows;
  }

  private GoalModelRows model(String population, String period) {
    Map<String, SortedMap<String, BigDecimal>> numbers = numbers(period);
    Set<String> known = new TreeSet<>(numbers.get(SCORE).keySet());
    numbers.values().forEach(values -> known.retainAll(values.keySet()));
    boolean clasOnly = population.equals(Population.CLAS);
    List<GoalCell> cells =
        GoalCell.count(
            facilities.stream().filter(row -> row.period().equals(period)).toList(),
            known,
            registry);
    if (clasOnly) {
      cells.removeIf(cell -> !cell.clas());
    }
    return new GoalModelRows(
        population, period, GoalTerms.of(cells, numbers, registry.knowsClas() && !clasOnly));
  }

  /** Variables of DIRESAs, the practice score first. */
  private Map<String, SortedMap<String, BigDecimal>> numbers(String period) {
    Map<String, SortedMap<String, BigDecimal>> numbers = new LinkedHashMap<>();
    SortedMap<String, BigDecimal> byDiresa = new TreeMap<>();
    scores.stream()
        .filter(row -> row.function().equals("all") && row.percent() != null)
        .forEach(row -> byDiresa.put(row.diresaId(), BigDecimal.valueOf(row.percent())));
    numbers.put(SCORE, byDiresa);
    numbers.putAll(ContextValues.upTo(period, context, contextIndicators));
    return numbers;
  }

  private List<ModelCoefficientRow> rows(GoalModelRows model, SummaryStore store) {
    Optional<Reason> hindrance = hindrance(model);
    if (hindrance.isPresent()) {
      return model.undefined(hindrance.get());
    }
    GoalTerms terms = model.terms();
    List<Scaled> scaled =
        terms.kept().stream().map(term -> Scaled.of(term.values(), terms.cells())).toList();
    return LogisticFit.of(store, terms.cells(), scaled)
        .map(fit -> model.defined(FittedErrors.of(fit, terms.cells(), scaled), confidence))
        .orElseGet(() -> model.undefined(SEPARATED));
  }

  private static Optional<Reason> hindrance(GoalModelRows model) {
    long diresas = model.diresas();
    List<GoalCell> cells = model.terms().cells();
    if (cells.isEmpty() && !model.terms().dropped().isEmpty()) {
      return Optional.of(SEPARATED);
    }
    if (diresas < DIRESAS_NEEDED) {
      return Optional.of(
          new Reason(
              State.TOO_FEW,
              "Hay %d DIRESA con datos; se necesitan al menos %d."
                  .formatted(diresas, DIRESAS_NEEDED),
              "There are %d DIRESAs with data; at least %d are needed."
                  .formatted(diresas, DIRESAS_NEEDED)));
    }
    if (!GoalTerms.differs(cells)) {
      return Optional.of(
          new Reason(
              State.NO_VARIANCE,
              "Todos los establecimientos cumplen sus metas, o ninguno.",
              "All facilities meet their goals, or none."));
    }
    if (model.terms().kept().isEmpty()) {
      return Optional.of(
          new Reason(
              State.NO_VARIANCE,
              "Ningún término del modelo varía.",
              "No term of the model varies."));
    }
    return Optional.empty();
  }
}
