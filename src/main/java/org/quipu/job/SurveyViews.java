package org.quipu.job;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.stream.Stream;
import org.quipu.summary.Cleaning;
import org.quipu.summary.SurveyView;

/** The staff survey of a run as studies read it, rolled up once for all of them. */
final class SurveyViews {
  private final Map<Cleaning, FutureTask<SurveyView>> views = new EnumMap<>(Cleaning.class);

  SurveyViews(Inputs inputs) {
    for (Cleaning cleaning : Cleaning.values()) {
      views.put(
          cleaning,
          new FutureTask<>(
              () ->
                  SurveyView.of(
                      inputs.survey().orElseThrow(),
                      inputs.instrument(),
                      inputs.registry(),
                      cleaning)));
    }
  }

  /** The survey before cleaning and after it; there is one. */
  List<SurveyView> both() {
    return Stream.of(Cleaning.RAW, Cleaning.CLEAN).parallel().map(this::of).toList();
  }

  /** Whoever asks first rolls up; others wait. */
  private SurveyView of(Cleaning cleaning) {
    FutureTask<SurveyView> view = views.get(cleaning);
    view.run();
    try {
      return view.get();
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
