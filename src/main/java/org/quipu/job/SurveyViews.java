package org.quipu.job;

import java.util.List;
import org.quipu.summary.SurveySummary;
import org.quipu.summary.SurveyView;

/** The staff survey of a run as studies read it, rolled up once for all of them. */
final class SurveyViews {
  private final OnceMade<List<SurveyView>> views;

  SurveyViews(Inputs inputs) {
    this.views = new OnceMade<>(() -> rolledUp(inputs));
  }

  private static List<SurveyView> rolledUp(Inputs inputs) {
    SurveySummary survey = inputs.survey().orElseThrow().get();
    List<SurveyView> both = SurveyView.both(survey, inputs.instrument(), inputs.registry());
    // It would lie in memory beside what was made of it for the rest of the run.
    survey.forgetAnswers();
    return both;
  }

  /** The survey before cleaning and after it; there is one. */
  List<SurveyView> both() {
    return views.get();
  }
}
