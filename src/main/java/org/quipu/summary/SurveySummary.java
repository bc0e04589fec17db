package org.quipu.summary;

import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.quipu.stats.PairwiseMoments;

/**
 * What a staff survey's rows add up to, by facility. Most respondents look the same before and
 * after cleaning and are counted once for both; only the others are counted apart.
 */
public final class SurveySummary implements Summary<SurveySummary> {
  private static final long serialVersionUID = 2L;
  private static final int RESPONSES = 1 + Exclusion.values().length;

  /** Where a respondent is counted. */
  enum Part {
    /** Raw and clean are the same. */
    BOTH,
    RAW_ONLY,
    CLEAN_ONLY
  }

  private final AnswerWindows windows;
  private final Ids facilities = new Ids();

  /** Facility by facility: all respondents, and those excluded for each reason. */
  private long[] responses = new long[0];

  private final AnswerCounts[] counts = new AnswerCounts[Part.values().length];
  private UnitMoments moments;
  private final TreeSet<Removal> removals = new TreeSet<>();
  private KeyHashes keys = new KeyHashes();
  private HashBag answers = new HashBag();

  /** Once nothing is added any more: {@link #judgedVectors} and {@link #repeatedVectors}. */
  private long judged;

  private long repeated;

  SurveySummary(AnswerWindows windows) {
    this.windows = windows;
    this.moments = new UnitMoments(windows.items);
  }

  int facility(String text) {
    return facilities.of(text);
  }

  int facility(char[] chars, int start, int end) {
    return facilities.of(chars, start, end);
  }

  void addKey(long hash) {
    keys.add(hash);
  }

  void addAnswers(long hash) {
    if (hash != AnswerVector.NOT_JUDGED) {
      answers.add(hash);
    }
  }

  /** Respondents with enough answers, not all the same, to be told apart by them. */
  public long judgedVectors() {
    return judged + answers.size();
  }

  /** Those of them whose answers are, one by one, those of another before them. */
  public long repeatedVectors() {
    return repeated + answers.repeated();
  }

  /** Counts a respondent of a facility, excluded for a reason or, with null, eligible. */
  void addRespondent(int facility, Exclusion reason) {
    int at = responses(facility);
    responses[at]++;
    if (reason != null) {
      responses[at + 1 + reason.ordinal()]++;
    }
  }

  /** Where the counts of a facility begin, for which there is room from then on. */
  private int responses(int facility) {
    int at = facility * RESPONSES;
    if (at >= responses.length) {
      responses = Arrays.copyOf(responses, Math.max(at + RESPONSES, responses.length * 2));
    }
    return at;
  }

  /** The counts of a facility; all 0 where nobody named it. Several threads may read them. */
  private long[] countsOf(int facility) {
    int at = facility * RESPONSES;
    return at < responses.length
        ? Arrays.copyOfRange(responses, at, at + RESPONSES)
        : new long[RESPONSES];
  }

  AnswerCounts counts(Part part) {
    if (counts[part.ordinal()] == null) {
      counts[part.ordinal()] = new AnswerCounts(windows);
    }
    return counts[part.ordinal()];
  }

  /** Sums of products of the unit that a facility counts in. */
  PairwiseMoments moments(int facility, SurveyPlan plan, Part part) {
    return moments.of(facility, () -> plan.momentUnit(facilities.text(facility)), part);
  }

  void addRemoval(Removal removal) {
    removals.add(removal);
  }

  @Override
  public void merge(SurveySummary other) {
    addAll(other, 1);
    removals.addAll(other.removals);
    keys.merge(other.keys);
  }

  @Override
  public void subtract(SurveySummary other) {
    addAll(other, -1);
    removals.removeAll(other.removals);
  }

  private void addAll(SurveySummary other, int sign) {
    int[] here = facilities.take(other.facilities);
    for (int facility = 0; facility < here.length; facility++) {
      long[] theirs = other.countsOf(facility);
      int mine = responses(here[facility]);
      for (int i = 0; i < RESPONSES; i++) {
        responses[mine + i] += sign * theirs[i];
      }
    }
    for (Part part : Part.values()) {
      if (other.counts[part.ordinal()] != null) {
        counts(part).addAll(other.counts[part.ordinal()], here, sign);
      }
    }
    moments.addAll(other.moments, sign);
    answers.addAll(other.answers, sign);
  }

  @Override
  public void settle() {
    keys.collisions();
  }

  @Override
  public void relocate(String from, String to) {
    List<Removal> moved = removals.stream().filter(removal -> removal.file().equals(from)).toList();
    removals.removeAll(moved);
    moved.forEach(removal -> removals.add(removal.at(to)));
  }

  @Override
  public SortedSet<Long> collisions() {
    return keys.collisions();
  }

  @Override
  public void forgetCollisions() {
    keys.collisions().clear();
  }

  @Override
  public void seal() {
    judged = judgedVectors();
    repeated = repeatedVectors();
    answers = new HashBag();
    keys = new KeyHashes();
  }

  /** Lets go of what was answered, once all {@link SurveyView}s are made of it. */
  public void forgetAnswers() {
    Arrays.fill(counts, null);
    moments = new UnitMoments(windows.items);
  }

  /** Answers and scores that the clean analyses leave out, by place. */
  public SortedSet<Removal> removals() {
    return removals;
  }

  /** Who answered, by facility. */
  SortedMap<String, Responses> responses() {
    TreeMap<String, Responses> byFacility = new TreeMap<>();
    for (int facility = 0; facility < facilities.size(); facility++) {
      long[] counts = countsOf(facility);
      if (counts[0] > 0) {
        long[] excluded = Arrays.copyOfRange(counts, 1, RESPONSES);
        byFacility.put(facilities.text(facility), new Responses(counts[0], excluded));
      }
    }
    return byFacility;
  }

  /** The facilities that respondents named, by number. */
  Ids facilities() {
    return facilities;
  }

  /** What the eligible respondents of facilities, by number, answered under one cleaning. */
  AnswerCounts.Reader reader(Cleaning cleaning) {
    Part only = cleaning == Cleaning.RAW ? Part.RAW_ONLY : Part.CLEAN_ONLY;
    List<AnswerCounts> parts =
        Stream.of(Part.BOTH, only)
            .map(part -> counts[part.ordinal()])
            .filter(Objects::nonNull)
            .toList();
    return new AnswerCounts.Reader(windows, parts);
  }

  /** Whether cleaning may have changed what is counted of a facility; no says that it did not. */
  boolean isCleaned(int facility) {
    return Stream.of(Part.RAW_ONLY, Part.CLEAN_ONLY)
        .map(part -> counts[part.ordinal()])
        .anyMatch(only -> only != null && only.has(facility));
  }

  /** Sums of products by the units that {@link SurveyPlan} keeps them in. */
  SortedMap<String, PairwiseMoments> moments(Cleaning cleaning) {
    return moments.byUnit(cleaning == Cleaning.RAW ? Part.RAW_ONLY : Part.CLEAN_ONLY);
  }
}
