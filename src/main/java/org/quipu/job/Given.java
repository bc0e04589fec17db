package org.quipu.job;

import java.util.Set;
import org.quipu.source.SourceContract;

/**
 * Which sources a run has anything of, as far as analyses depend on it.
 *
 * @param goals facility indicators
 * @param survey the staff survey
 * @param figures published figures
 */
record Given(boolean goals, boolean survey, boolean figures) {

  static Given of(Inputs inputs) {
    return new Given(
        inputs.goals().isPresent(),
        inputs.survey().isPresent(),
        !inputs.small(SourceContract.PUBLISHED_FIGURES).rows().isEmpty());
  }

  /** As far as it can be told before the sources are read: figures may have no rows. */
  static Given likely(Dependencies dependencies) {
    Set<String> sources = dependencies.profiles().keySet();
    return new Given(
        sources.contains(SourceContract.FACILITY_INDICATOR.name()),
        sources.contains(SourceContract.STAFF_SURVEY.name()),
        false);
  }
}
