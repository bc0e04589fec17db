package org.quipu.job;

import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import org.quipu.summary.SurveySummary;
import org.quipu.summary.SurveyView;

/** The staff survey of a run as studies read it, rolled up once for all of them. */
final class SurveyViews {
  private final FutureTask<List<SurveyView>> views;

  SurveyViews(Inputs inputs) {
    this.views = new FutureTask<>(() -> rolledUp(inputs));
  }

  private static List<SurveyView> rolledUp(Inputs inputs) {
    SurveySummary survey = inputs.survey().orElseThrow().get();
    List<SurveyView> both = SurveyView.both(survey, inputs.instrument(), inputs.registry());
    // It would lie in memory beside what was made of it for the rest of the run.
    survey.forgetAnswers();
    return both;
  }

  /**
   * The survey before cleaning and after it; there is one. Whoever asks first rolls up; others
   * wait.
   */
  List<SurveyView> both() {
    views.run();
    try {
      return views.get();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("rolling up the survey was interrupted", e);
    } catch (ExecutionException e) {
      if (e.getCause() instanceof Error error) {
        throw error;
      }
      throw new IllegalStateException("the survey could not be rolled up", e.getCause());
    }
  }
}
