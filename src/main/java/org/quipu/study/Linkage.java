package org.quipu.study;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.quipu.config.StatisticsConfig;
import org.quipu.registry.FacilityRegistry;
import org.quipu.registry.Level;
import org.quipu.table.row.ConclusionRow;
import org.quipu.table.row.CorrelationRow;
import org.quipu.table.row.DescriptiveRow;
import org.quipu.table.row.FacilityPerformanceRow;
import org.quipu.table.row.LeaveOneOutRow;
import org.quipu.table.row.LinkageUnitRow;
import org.quipu.table.row.Summary;
import org.quipu.table.row.UnitPerformanceRow;

/**
 * Study {@code linkage}: does what staff perceive go with how facilities perform?
 *
 * <ul>
 *   <li>the median score of each dimension, raw and clean, stands beside the performance of the
 *       latest goal period in which any facility could be judged, unit by unit
 *   <li>a unit without respondents or without performance has its row, but takes no part in
 *       correlations; fewer than 4 units are a state, not a number
 *   <li>facilities have a row where anyone responded; every unit above them has one
 * </ul>
 *
 * @param units performance of units
 * @param facilities performance of facilities
 * @param scores of the staff survey
 * @param registry the tree; without it there is the nation only
 * @param statistics levels of confidence, draws and seed
 */
public record Linkage(
    List<UnitPerformanceRow> units,
    List<FacilityPerformanceRow> facilities,
    List<Scores> scores,
    FacilityRegistry registry,
    StatisticsConfig statistics) {

  /** The study's name. */
  public static final String ID = "linkage";

  /** The column {@code kind} of the descriptions that it looks at. */
  public static final String KIND = StaffVariable.Kind.DIMENSION.id();

  private static final List<Level> LEVELS =
      List.of(Level.DIRESA, Level.NETWORK, Level.MICRONETWORK, Level.FACILITY);

  /** The period of the performance that it looks at; null where there is none. */
  public static String period(List<UnitPerformanceRow> units) {
    return LinkedPerformance.period(units);
  }

  /**
   * What the study finds.
   *
   * @param joined a row for each unit, dimension and cleaning
   * @param correlations across the units of a level
   * @param leaveOneOut of correlations across DIRESAs
   * @param conclusions of correlations across DIRESAs and networks
   */
  public record Result(
      List<LinkageUnitRow> joined,
      List<CorrelationRow> correlations,
      List<LeaveOneOutRow> leaveOneOut,
      List<ConclusionRow> conclusions) {

    /** All rows, table by table. */
    public List<Record> rows() {
      List<Record> all = new ArrayList<>(joined);
      all.addAll(correlations);
      all.addAll(leaveOneOut);
      all.addAll(conclusions);
      return all;
    }
  }

  /**
   * The scores of one dimension in one unit, as a {@link DescriptiveRow} has them.
   *
   * @param variable the dimension
   * @param n respondents with a score
   * @param median of their scores; null where there is none
   */
  public record Scores(
      String cleaning, String level, String unitId, String variable, long n, Double median) {

    /** What is looked at of a description. */
    public static Scores of(DescriptiveRow row) {
      return new Scores(
          row.cleaning(),
          row.level(),
          row.unitId(),
          row.variable(),
          row.summary().n(),
          Summary.orNull(row.summary().median()));
    }

    /** The same as a row of this study has it, with none where nobody responded. */
    public static Scores of(LinkageUnitRow row) {
      return new Scores(
          row.cleaning(),
          row.level(),
          row.unitId(),
          row.dimension(),
          row.respondents(),
          row.median());
    }
  }

  /** A dimension under one cleaning. */
  private record Measure(String dimension, String cleaning) {
    String variable() {
      return dimension + "_median_" + cleaning;
    }
  }

  /** Computes the study. */
  public Result compute() {
    List<Measure> measures =
        scores.stream()
            .map(row -> new Measure(row.variable(), row.cleaning()))
            .distinct()
            .sorted(Comparator.comparing(Measure::variable))
            .toList();
    Map<Level, List<LinkageUnitRow>> joined = joined(measures);
    List<PairedUnits> pairs = registry.isPresent() ? pairs(joined, measures) : List.of();
    double alpha = statistics.alpha();
    List<CorrelationRow> correlations = PairedUnits.correlations(pairs, statistics);
    List<ConclusionRow> conclusions = LinkageHeadlines.rows(pairs, correlations, alpha);
    Conclusions judged = Conclusions.of(conclusions);
    return new Result(
        joined.values().stream().flatMap(List::stream).toList(),
        correlations.stream().map(judged::mark).toList(),
        pairs.stream()
            .filter(pair -> pair.level() == Level.DIRESA)
            .flatMap(pair -> pair.leaveOneOut(alpha).stream())
            .toList(),
        conclusions);
  }

  /** The rows of each level, unit by unit, and of a unit measure by measure. */
  private Map<Level, List<LinkageUnitRow>> joined(List<Measure> measures) {
    LinkedPerformance performance = LinkedPerformance.of(units, facilities);
    Map<String, Map<String, Scores[]>> described = described(measures);
    Map<Level, List<LinkageUnitRow>> joined = new LinkedHashMap<>();
    for (Level level : registry.levels()) {
      Map<String, Scores[]> ofLevel = described.getOrDefault(level.id(), Map.of());
      List<LinkageUnitRow> rows = new ArrayList<>();
      for (String unit : units(level, ofLevel)) {
        Scores[] ofUnit = ofLevel.getOrDefault(unit, new Scores[measures.size()]);
        LinkedPerformance.Share all = performance.share(level, unit, Population.ALL);
        LinkedPerformance.Share clas = performance.share(level, unit, Population.CLAS);
        for (int i = 0; i < ofUnit.length; i++) {
          rows.add(row(level, unit, measures.get(i), ofUnit[i], performance.period(), all, clas));
        }
      }
      joined.put(level, rows);
    }
    return joined;
  }

  /** By level and unit the scores of each measure; null where there are none. */
  private Map<String, Map<String, Scores[]>> described(List<Measure> measures) {
    Map<Measure, Integer> places = new HashMap<>();
    measures.forEach(measure -> places.put(measure, places.size()));
    Map<String, Map<String, Scores[]>> described = new HashMap<>();
    for (Scores row : scores) {
      Scores[] ofUnit =
          described
              .computeIfAbsent(row.level(), level -> new HashMap<>())
              .computeIfAbsent(row.unitId(), unit -> new Scores[measures.size()]);
      ofUnit[places.get(new Measure(row.variable(), row.cleaning()))] = row;
    }
    return described;
  }

  private List<String> units(Level level, Map<String, ?> described) {
    return level == Level.FACILITY || !registry.isPresent()
        ? described.keySet().stream().sorted().toList()
        : List.copyOf(registry.byUnit(level).keySet());
  }

  private static LinkageUnitRow row(
      Level level,
      String unit,
      Measure measure,
      Scores described,
      String period,
      LinkedPerformance.Share all,
      LinkedPerformance.Share clas) {
    return new LinkageUnitRow(
        level.id(),
        unit,
        measure.dimension,
        measure.cleaning,
        period,
        described == null ? 0 : described.n(),
        described == null ? null : described.median(),
        all == null ? null : all.percent(),
        all == null ? null : (Long) all.facilities(),
        clas == null ? null : clas.percent(),
        clas == null ? null : (Long) clas.facilities());
  }

  private List<PairedUnits> pairs(Map<Level, List<LinkageUnitRow>> joined, List<Measure> measures) {
    List<Supplier<PairedUnits>> pairs = new ArrayList<>();
    for (Level level : LEVELS) {
      List<LinkageUnitRow> ofLevel = joined.getOrDefault(level, List.of());
      for (int i = 0; i < measures.size(); i++) {
        int first = i;
        Measure measure = measures.get(i);
        Supplier<Stream<LinkageUnitRow>> rows =
            () ->
                IntStream.iterate(first, at -> at < ofLevel.size(), at -> at + measures.size())
                    .mapToObj(ofLevel::get);
        pairs.add(
            () ->
                pair(
                    level, measure, rows.get(), "performance", LinkageUnitRow::performancePercent));
        if (registry.knowsClas()) {
          pairs.add(
              () ->
                  pair(
                      level,
                      measure,
                      rows.get(),
                      "performance_clas",
                      LinkageUnitRow::clasPerformancePercent));
        }
      }
    }
    return pairs.parallelStream().map(Supplier::get).toList();
  }

  /**
   * @param rows of the measure, in the order of their units
   */
  private static PairedUnits pair(
      Level level,
      Measure measure,
      Stream<LinkageUnitRow> rows,
      String name,
      Function<LinkageUnitRow, Double> performance) {
    List<LinkageUnitRow> both =
        rows.filter(row -> row.median() != null && performance.apply(row) != null).toList();
    return new PairedUnits(
        ID,
        level,
        measure.variable(),
        name,
        both.stream().map(LinkageUnitRow::unitId).toList(),
        both.stream().mapToDouble(LinkageUnitRow::median).toArray(),
        both.stream().mapToDouble(performance::apply).toArray());
  }
}
