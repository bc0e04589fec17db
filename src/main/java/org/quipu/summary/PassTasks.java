package org.quipu.summary;

import java.util.List;
import java.util.stream.IntStream;
import org.quipu.source.FileProfile;

/** The tasks that files are dealt out to, and who carries them out. */
record PassTasks(Workforce workforce, PassPlan<?> plan) {
  /**
   * Enough tasks for every core to share the work evenly, few enough that their results are few.
   */
  private static final int PER_CORE = 4;

  Workers workers(List<Integer> files) {
    return workforce.of(profiles(files));
  }

  List<FileProfile> profiles(List<Integer> files) {
    return files.stream().map(file -> plan.files().get(file).profile()).toList();
  }

  /** Parts dealt out to tasks in runs of neighbours, so that a task sees few files. */
  List<List<PassPlan.Part>> of(List<Integer> files) {
    List<PassPlan.Part> parts = plan.parts(files);
    int count = Math.min(parts.size(), PER_CORE * workers(files).atOnce());
    return IntStream.range(0, count)
        .<List<PassPlan.Part>>mapToObj(
            task ->
                PassPlan.joined(
                    parts.subList(
                        (int) ((long) task * parts.size() / count),
                        (int) ((task + 1L) * parts.size() / count))))
        .toList();
  }

  /**
   * @param what in words, before the name of the source
   */
  <P, T, R> Workers.Job<P, T, R> job(
      String what, P shared, List<T> tasks, Workers.Work<P, T, R> work) {
    return new Workers.Job<>(what + plan.reduction().contract().name(), shared, tasks, work);
  }
}
