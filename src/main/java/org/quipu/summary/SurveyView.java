package org.quipu.summary;

import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.quipu.registry.Facility;
import org.quipu.registry.FacilityRegistry;
import org.quipu.registry.Level;
import org.quipu.stats.FrequencyTable;
import org.quipu.stats.PairwiseMoments;
import org.quipu.survey.Instrument;

/**
 * A staff survey under one cleaning, at every level of the tree: what studies read.
 *
 * <p>Items and dimensions are addressed by their positions in {@link Instrument#items()} and {@link
 * Instrument#dimensions()}; the position after the last dimension is the score over all items.
 */
public final class SurveyView {
  private final Instrument instrument;
  private final UnitAnswers nobody;
  private final Cleaning cleaning;
  private final Map<Level, LevelAnswers> units = new EnumMap<>(Level.class);
  private final Map<Level, TreeMap<String, Responses>> responses = new EnumMap<>(Level.class);
  private final Map<Level, TreeMap<String, PairwiseMoments>> moments = new EnumMap<>(Level.class);

  /**
   * The units of a level.
   *
   * @param members numbers of the facilities of each, those with a respondent counted
   * @param facilities how many of them have a name
   */
  private record LevelAnswers(
      SortedSet<String> ids,
      Map<String, UnitAnswers> answers,
      Map<String, List<Integer>> members,
      Map<String, Integer> facilities) {
    static final LevelAnswers NONE =
        new LevelAnswers(new TreeSet<>(), Map.of(), Map.of(), Map.of());
  }

  private SurveyView(Instrument instrument, Cleaning cleaning) {
    this.instrument = instrument;
    this.nobody = UnitAnswers.none(new AnswerWindows(instrument));
    this.cleaning = cleaning;
  }

  /** The survey at the levels that the registry knows; without one at the national level only. */
  public static SurveyView of(
      SurveySummary summary, Instrument instrument, FacilityRegistry registry, Cleaning cleaning) {
    SurveyView view = new SurveyView(instrument, cleaning);
    view.rollAnswers(summary, registry, new SurveyView(instrument, Cleaning.RAW));
    view.rollMoments(summary.moments(cleaning), registry);
    return view;
  }

  /**
   * The same before cleaning and after it, which leaves most units of most surveys as they are:
   * what those answered is there once, see {@link #hasAnswersOf}.
   */
  public static List<SurveyView> both(
      SurveySummary summary, Instrument instrument, FacilityRegistry registry) {
    SurveyView raw = new SurveyView(instrument, Cleaning.RAW);
    SurveyView clean = new SurveyView(instrument, Cleaning.CLEAN);
    raw.rollAnswers(summary, registry, clean);
    clean.rollAnswers(summary, registry, raw);
    List<SurveyView> views = List.of(raw, clean);
    views.parallelStream()
        .forEach(view -> view.rollMoments(summary.moments(view.cleaning), registry));
    return views;
  }

  /**
   * @param other has what cleaning left as it was, or nothing yet
   */
  private void rollAnswers(SurveySummary summary, FacilityRegistry registry, SurveyView other) {
    AnswerCounts.Reader reader = summary.reader(cleaning);
    SortedMap<String, Responses> answered = summary.responses();
    for (Level level : registry.levels()) {
      units.put(
          level,
          answers(
              level,
              summary,
              reader,
              registry,
              other.units.getOrDefault(level, LevelAnswers.NONE)));
      TreeMap<String, Responses> rolled = new TreeMap<>();
      answered.forEach(
          (facility, counts) -> {
            String unit = registry.unit(facility, level);
            if (unit != null) {
              rolled.merge(unit, counts, Responses::plus);
            }
          });
      responses.put(level, rolled);
    }
  }

  /** Units are added up from facilities beside each other. */
  private static LevelAnswers answers(
      Level level,
      SurveySummary summary,
      AnswerCounts.Reader reader,
      FacilityRegistry registry,
      LevelAnswers other) {
    Ids facilities = summary.facilities();
    TreeMap<String, List<Integer>> members = new TreeMap<>();
    Map<String, Integer> named = new HashMap<>();
    for (int facility = 0; facility < facilities.size(); facility++) {
      String unit = registry.unit(facilities.text(facility), level);
      if (unit != null && reader.respondents(facility) > 0) {
        members.computeIfAbsent(unit, k -> new ArrayList<>()).add(facility);
        // Respondents who name no facility are of none.
        named.merge(unit, facilities.text(facility).isEmpty() ? 0 : 1, Integer::sum);
      }
    }
    List<UnitAnswers> answers =
        List.copyOf(members.entrySet()).parallelStream()
            .map(
                unit ->
                    unit.getValue().equals(other.members.get(unit.getKey()))
                            && unit.getValue().stream().noneMatch(summary::isCleaned)
                        ? other.answers.get(unit.getKey())
                        : reader.of(unit.getValue().stream().mapToInt(Integer::intValue).toArray()))
            .toList();
    Map<String, UnitAnswers> byUnit = new HashMap<>();
    for (String unit : members.keySet()) {
      byUnit.put(unit, answers.get(byUnit.size()));
    }
    return new LevelAnswers(
        Collections.unmodifiableSortedSet(new TreeSet<>(members.keySet())), byUnit, members, named);
  }

  private void rollMoments(SortedMap<String, PairwiseMoments> byUnit, FacilityRegistry registry) {
    Map<String, Facility> members = new HashMap<>();
    registry
        .facilities()
        .forEach(facility -> members.put(SurveyPlan.momentUnit(facility), facility));
    for (Level level : units.keySet()) {
      if (level.compareTo(Level.NETWORK) <= 0) {
        TreeMap<String, PairwiseMoments> rolled = new TreeMap<>();
        byUnit.forEach(
            (key, counted) -> {
              // All facilities of a key belong to the same network and DIRESA.
              Facility member = members.getOrDefault(key, registry.facility(key));
              String unit = member.unit(level, registry.nationalId());
              if (unit != null) {
                rolled.computeIfAbsent(unit, k -> noMoments()).addAll(counted, 1);
              }
            });
        moments.put(level, rolled);
      }
    }
  }

  private PairwiseMoments noMoments() {
    return new PairwiseMoments(instrument.items().size());
  }

  public Instrument instrument() {
    return instrument;
  }

  public Cleaning cleaning() {
    return cleaning;
  }

  /** The levels at which there are units, from the nation down. */
  public List<Level> levels() {
    return List.copyOf(units.keySet());
  }

  /** The units of a level with at least one eligible respondent who was not left out. */
  public SortedSet<String> units(Level level) {
    return units.getOrDefault(level, LevelAnswers.NONE).ids;
  }

  /** Who answered, by unit; also units all of whose respondents are excluded. */
  public TreeMap<String, Responses> responses(Level level) {
    return responses.getOrDefault(level, new TreeMap<>());
  }

  /** Respondents counted in a unit. */
  public long respondents(Level level, String unit) {
    return answers(level, unit).respondents();
  }

  /** Facilities of a unit with at least one respondent counted. */
  public int facilities(Level level, String unit) {
    return units.getOrDefault(level, LevelAnswers.NONE).facilities.getOrDefault(unit, 0);
  }

  /** Answers to an item, as they were given. */
  public FrequencyTable item(Level level, String unit, int item) {
    return answers(level, unit).item(item);
  }

  /** Respondents without a usable answer to an item. */
  public long itemMissing(Level level, String unit, int item) {
    return answers(level, unit).itemMissing(item);
  }

  /** Scores of a dimension: the mean of a respondent's answered items, reversed ones turned. */
  public FrequencyTable score(Level level, String unit, int dimension) {
    return answers(level, unit).score(dimension);
  }

  /** Respondents without a score in a dimension. */
  public long scoreMissing(Level level, String unit, int dimension) {
    return answers(level, unit).scoreMissing(dimension);
  }

  /** What respondents with a score in every dimension add up to. */
  public JointScores joint(Level level, String unit) {
    return answers(level, unit).joint();
  }

  /** Sums of products of items as they were answered; at the levels down to the network. */
  public PairwiseMoments moments(Level level, String unit) {
    PairwiseMoments found = moments.getOrDefault(level, new TreeMap<>()).get(unit);
    return found == null ? noMoments() : found;
  }

  /**
   * Whether a unit has the very answers that it has in another view, as cleaning left it alone. So
   * has whatever follows from them; no says nothing.
   */
  public boolean hasAnswersOf(SurveyView other, Level level, String unit) {
    return answers(level, unit) == other.answers(level, unit);
  }

  private UnitAnswers answers(Level level, String unit) {
    return units.getOrDefault(level, LevelAnswers.NONE).answers.getOrDefault(unit, nobody);
  }
}
