package org.quipu.job;

import java.util.EnumMap;
import java.util.Map;
import org.quipu.summary.Cleaning;
import org.quipu.summary.SurveyView;

/** The staff survey of a run as studies read it, rolled up once for all of them. */
final class SurveyViews {
  private final Inputs inputs;
  private final Map<Cleaning, SurveyView> known = new EnumMap<>(Cleaning.class);

  SurveyViews(Inputs inputs) {
    this.inputs = inputs;
  }

  /** The survey under one cleaning; there is one. */
  synchronized SurveyView of(Cleaning cleaning) {
    return known.computeIfAbsent(
        cleaning,
        k ->
            SurveyView.of(
                inputs.survey().orElseThrow(), inputs.instrument(), inputs.registry(), k));
  }
}
