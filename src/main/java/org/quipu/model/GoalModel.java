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
import org.quipu.stats.Wald;
import org.quipu.study.ContextValues;
import org.quipu.study.ManagementPractices;
import org.quipu.study.Population;
import org.quipu.summary.SummaryStore;
import org.quipu.table.row.FacilityPerformanceRow;
import org.quipu.table.row.ModelCoefficientRow;
import org.quipu.table.row.PracticeScoreRow;

/**
 * Does a facility meet its goals more often where its DIRESA uses more good practices, other things
 * being equal? A binomial model with logit link over the facilities of the DIRESAs that responded,
 * in the latest goal period.
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
  static final String NAIVE = "goal_attainment";
  static final String ROBUST = "goal_attainment_cluster_robust";
  private static final String INTERCEPT = "intercept";
  private static final String SCORE = "practice_score";

  /** A line through fewer DIRESAs than this says nothing. */
  private static final int DIRESAS_NEEDED = 4;

  private static final Reason SEPARATED =
      new Reason(
          State.NOT_COMPUTABLE,
          "Los términos separan sin error a los establecimientos que cumplen sus metas: los coeficientes son infinitos.",
          "The terms tell the facilities that meet their goals from the others without error: the coefficients are infinite.");

  /** One population's model, and where its rows belong. */
  private record Fitting(String population, String period, GoalTerms terms) {
    long n() {
      return terms.cells().stream().mapToLong(GoalCell::facilities).sum();
    }

    long diresas() {
      return terms.cells().stream().map(GoalCell::diresaId).distinct().count();
    }
  }

  /**
   * The rows of all models; none where nobody's goals were judged.
   *
   * @param store what was fitted before
   */
  public List<ModelCoefficientRow> compute(SummaryStore store) {
    String period =
        facilities.stream()
            .map(FacilityPerformanceRow::period)
            .max(Comparator.naturalOrder())
            .orElse(null);
    List<ModelCoefficientRow> rows = new ArrayList<>();
    if (period != null) {
      rows.addAll(rows(fitting(Population.ALL, period), store));
      if (registry.knowsClas()) {
        rows.addAll(rows(fitting(Population.CLAS, period), store));
      }
    }
    return rows;
  }

  private Fitting fitting(String population, String period) {
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
    return new Fitting(
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

  private List<ModelCoefficientRow> rows(Fitting fitting, SummaryStore store) {
    GoalTerms terms = fitting.terms();
    Optional<Reason> hindrance = hindrance(fitting);
    if (hindrance.isPresent()) {
      return undefined(fitting, hindrance.get());
    }
    List<Scaled> scaled =
        terms.kept().stream().map(term -> Scaled.of(term.values(), terms.cells())).toList();
    Optional<double[]> fit = LogisticFit.of(store, terms.cells(), scaled);
    if (fit.isEmpty()) {
      return undefined(fitting, SEPARATED);
    }
    return defined(fitting, FittedErrors.of(fit.get(), terms.cells(), scaled));
  }

  private static Optional<Reason> hindrance(Fitting fitting) {
    long diresas = fitting.diresas();
    List<GoalCell> cells = fitting.terms().cells();
    if (cells.isEmpty() && !fitting.terms().dropped().isEmpty()) {
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
    if (fitting.terms().kept().isEmpty()) {
      return Optional.of(
          new Reason(
              State.NO_VARIANCE,
              "Ningún término del modelo varía.",
              "No term of the model varies."));
    }
    return Optional.empty();
  }

  private List<ModelCoefficientRow> defined(Fitting fitting, FittedErrors errors) {
    List<ModelCoefficientRow> rows = new ArrayList<>();
    List<GoalTerms.Term> kept = fitting.terms().kept();
    double df = fitting.diresas() - 1;
    // The scores of G DIRESAs span at most G − 1 directions: with as many terms the sandwich is
    // flat.
    boolean enough = fitting.diresas() > kept.size() + 1;
    for (int i = 0; i <= kept.size(); i++) {
      String name = i == 0 ? INTERCEPT : kept.get(i - 1).name();
      String reference = i == 0 ? null : kept.get(i - 1).reference();
      double estimate = errors.estimates()[i];
      rows.add(
          row(
              fitting,
              NAIVE,
              name,
              reference,
              Wald.normal(estimate, errors.naive()[i], confidence)));
      rows.add(
          enough
              ? row(
                  fitting,
                  ROBUST,
                  name,
                  reference,
                  Wald.student(estimate, errors.robust()[i], df, confidence))
              : row(fitting, ROBUST, name, reference, tooFewForRobust(fitting)));
    }
    rows.addAll(droppedRows(fitting));
    return rows;
  }

  private static Reason tooFewForRobust(Fitting fitting) {
    int coefficients = fitting.terms().kept().size() + 1;
    return new Reason(
        State.TOO_FEW,
        "Hay %d DIRESA para %d coeficientes; se necesitan más DIRESA que coeficientes."
            .formatted(fitting.diresas(), coefficients),
        "There are %d DIRESAs for %d coefficients; more DIRESAs than coefficients are needed."
            .formatted(fitting.diresas(), coefficients));
  }

  private static List<ModelCoefficientRow> undefined(Fitting fitting, Reason reason) {
    List<ModelCoefficientRow> rows = new ArrayList<>();
    for (String model : List.of(NAIVE, ROBUST)) {
      rows.add(row(fitting, model, INTERCEPT, null, reason));
      fitting
          .terms()
          .kept()
          .forEach(term -> rows.add(row(fitting, model, term.name(), term.reference(), reason)));
    }
    rows.addAll(droppedRows(fitting));
    return rows;
  }

  private static List<ModelCoefficientRow> droppedRows(Fitting fitting) {
    List<ModelCoefficientRow> rows = new ArrayList<>();
    for (String model : List.of(NAIVE, ROBUST)) {
      fitting
          .terms()
          .dropped()
          .forEach(
              term -> rows.add(row(fitting, model, term.name(), term.reference(), term.reason())));
    }
    return rows;
  }

  private static ModelCoefficientRow row(
      Fitting fitting, String model, String term, String reference, Wald wald) {
    return new ModelCoefficientRow(
        ManagementPractices.ID,
        model,
        fitting.population,
        fitting.period,
        term,
        reference,
        wald.estimate(),
        wald.stdError(),
        wald.statistic(),
        wald.df(),
        wald.pValue(),
        wald.confLow(),
        wald.confHigh(),
        finite(Math.exp(wald.estimate())),
        finite(Math.exp(wald.confLow())),
        finite(Math.exp(wald.confHigh())),
        fitting.n(),
        fitting.diresas(),
        State.OK.id(),
        null,
        null);
  }

  private static Double finite(double value) {
    return Double.isInfinite(value) ? null : (Double) value;
  }

  private static ModelCoefficientRow row(
      Fitting fitting, String model, String term, String reference, Reason reason) {
    return new ModelCoefficientRow(
        ManagementPractices.ID,
        model,
        fitting.population,
        fitting.period,
        term,
        reference,
        null,
        null,
        null,
        null,
        null,
        null,
        null,
        null,
        null,
        null,
        fitting.n(),
        fitting.diresas(),
        reason.state().id(),
        reason.en(),
        reason.es());
  }
}
