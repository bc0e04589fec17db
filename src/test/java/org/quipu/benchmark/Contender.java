package org.quipu.benchmark;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** One of the programs that are compared, and what its runs took. */
final class Contender {
  private final String name;
  private final List<MeasuredProcess> runs = new ArrayList<>();

  Contender(String name) {
    this.name = name;
  }

  String name() {
    return name;
  }

  void add(MeasuredProcess run) {
    runs.add(run);
  }

  List<MeasuredProcess> runs() {
    return List.copyOf(runs);
  }

  /** The run in the middle by the clock; of an even number the slower of the two. */
  MeasuredProcess median() {
    return runs.stream()
        .sorted(Comparator.comparingDouble(MeasuredProcess::seconds))
        .toList()
        .get(runs.size() / 2);
  }

  long peakMebibytes() {
    return runs.stream().mapToLong(MeasuredProcess::peakMebibytes).max().orElse(0);
  }
}
