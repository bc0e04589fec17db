package org.quipu.job;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.quipu.config.JobConfig;
import org.quipu.quality.SmallSource;
import org.quipu.registry.FacilityRegistry;
import org.quipu.source.FileProfile;
import org.quipu.source.Formats;
import org.quipu.source.InputFile;
import org.quipu.source.InputFiles;
import org.quipu.source.SourceContract;
import org.quipu.source.Storage;
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
 * @param goals sums of the facilities' targets and achievements
 * @param survey tallies of the staff survey
 * @param reports each source that was read, in the order of the contract
 */
public record Inputs(
    Map<String, SmallSource> small,
    FacilityRegistry registry,
    Codebook codebook,
    Instrument instrument,
    Optional<GoalSums> goals,
    Optional<SurveySummary> survey,
    List<SourceReport> reports) {

  /** A source that is read whole; empty where the job has not been given it. */
  public SmallSource small(SourceContract contract) {
    return small.getOrDefault(contract.name(), SmallSource.absent(contract));
  }

  /**
   * Looks over every file of every source that the job has been given.
   *
   * @throws org.quipu.source.InputException if one is not there or cannot be read
   */
  static SortedMap<String, List<FileProfile>> profile(
      JobConfig config, Storage storage, long splitBytes) {
    SortedMap<String, List<FileProfile>> profiles = new TreeMap<>();
    for (SourceContract contract : SourceContract.ALL) {
      var source = config.source(contract.name());
      if (source.isPresent()) {
        List<FileProfile> files = new ArrayList<>();
        for (InputFile file : InputFiles.of(source, storage)) {
          files.add(Formats.profile(file, source, storage, splitBytes));
        }
        profiles.put(contract.name(), List.copyOf(files));
      }
    }
    return profiles;
  }
}
