package org.quipu.job;

import java.util.ArrayList;
import java.util.List;
import org.quipu.config.JobConfig;
import org.quipu.config.StudyName;
import org.quipu.source.SourceContract;
import org.quipu.study.FacilityPerformance;
import org.quipu.study.IndicatorCatalog;

/** The analyses of each study, in the order in which they build on each other. */
final class Analyses {
  private Analyses() {}

  /** What a job asks for. A study that builds on another's tables brings that one along. */
  static List<Analysis> of(JobConfig config, Inputs inputs) {
    List<Analysis> analyses = new ArrayList<>();
    if (inputs.goals().isPresent()) {
      analyses.add(
          new Analysis(StudyName.FACILITY_PERFORMANCE.id(), Analyses::facilityPerformance));
    }
    return List.copyOf(analyses);
  }

  private static List<Record> facilityPerformance(Analysis.Context context) {
    Inputs inputs = context.inputs();
    return new FacilityPerformance(
            inputs.goals().orElseThrow(),
            inputs.registry(),
            IndicatorCatalog.of(inputs.small(SourceContract.INDICATOR_CATALOG)),
            context.config().goals())
        .compute()
        .rows();
  }
}
