package org.quipu.job;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.quipu.quality.SmallSource;
import org.quipu.registry.FacilityRegistry;
import org.quipu.source.SourceContract;
import org.quipu.summary.GoalSums;
import org.quipu.summary.SurveySummary;
import org.quipu.survey.Codebook;
import org.quipu.survey.Instrument;

/**
 * Everything that a run's studies read: references as they are, large sources as summaries. A
 * source that the job has not been given is absent, and empty.
 *
 * @param small the sources that are read whole, by name
 * @param registry the tree of facilities
 * @param codebook practices and verdicts
 * @param instrument items and dimensions
 * @param goals sums of the facilities' targets and achievements; where the books were known, read
 *     when they are asked for
 * @param survey tallies of the staff survey, likewise
 * @param reports each source that was read, in the order of the contract
 */
public record Inputs(
    Map<String, SmallSource> small,
    FacilityRegistry registry,
    Codebook codebook,
    Instrument instrument,
    Optional<Supplier<GoalSums>> goals,
    Optional<Supplier<SurveySummary>> survey,
    List<SourceReport> reports) {

  /** A source that is read whole; empty where the job has not been given it. */
  public SmallSource small(SourceContract contract) {
    return small.getOrDefault(contract.name(), SmallSource.absent(contract));
  }
}
