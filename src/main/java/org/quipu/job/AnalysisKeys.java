package org.quipu.job;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Names all that an analysis depends on: what {@link Dependencies} name, and the analyses it builds
 * on. An analysis is a pure function of these, so that the same key means the same rows.
 */
final class AnalysisKeys {
  private AnalysisKeys() {}

  /**
   * The keys of analyses, by name.
   *
   * @param analyses each behind those that it builds on
   */
  static Map<String, String> of(List<Analysis> analyses, Dependencies dependencies) {
    Map<String, String> keys = new HashMap<>();
    for (Analysis analysis : analyses) {
      List<String> before = new ArrayList<>();
      for (String name : analysis.after()) {
        // What it builds on may not be part of this job.
        before.addAll(List.of(name, keys.getOrDefault(name, "")));
      }
      keys.put(analysis.name(), dependencies.nameOf(analysis.name(), analysis.reads(), before));
    }
    return keys;
  }
}
