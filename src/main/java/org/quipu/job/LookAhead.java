package org.quipu.job;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.quipu.table.KeptRows;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Reads what analyses will ask of rows that the version before has, while the sources are read:
 * cores are idle then.
 *
 * @param kept what the version before has of an analysis
 */
record LookAhead(List<Analysis> analyses, Function<Analysis, Optional<KeptRows>> kept) {
  private static final Logger LOG = LoggerFactory.getLogger(LookAhead.class);

  /** Begins with it, and waits for nothing: who needs such rows waits for them. */
  void begin() {
    Thread thread = new Thread(this::look, "look-ahead");
    thread.setDaemon(true);
    thread.start();
  }

  /** Looks at the rows of every analysis on which one builds that is to be computed. */
  void look() {
    for (Analysis analysis : analyses) {
      try {
        if (analyses.stream().anyMatch(other -> isNews(other) && buildsOn(other, analysis))) {
          kept.apply(analysis).ifPresent(analysis.lookAhead());
        }
      } catch (RuntimeException e) {
        // Whoever asks for these rows will be told.
        LOG.warn("rows of {} could not be read ahead: {}", analysis.name(), e.toString());
      }
    }
  }

  private static boolean buildsOn(Analysis analysis, Analysis other) {
    return analysis.after().contains(other.name());
  }

  private boolean isNews(Analysis analysis) {
    return kept.apply(analysis).isEmpty();
  }
}
