package org.quipu.cli;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.function.LongSupplier;
import org.quipu.job.Progress;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Progress that is also timed, and logged stage by stage: what a run took where. */
final class WatchedProgress implements Progress {
  static final Logger LOG = LoggerFactory.getLogger("org.quipu.run");
  private static final double NANOS = 1e9;

  private final Progress shown;
  private final String job;
  private final LongSupplier nanos;
  private final Map<String, Double> seconds = new LinkedHashMap<>();
  private String stage;
  private long started;

  WatchedProgress(Progress shown, String job, LongSupplier nanos) {
    this.shown = shown;
    this.job = job;
    this.nanos = nanos;
  }

  /** Seconds that each stage took, in their order; a stage that came twice counts once. */
  synchronized Map<String, Double> seconds() {
    end();
    return Collections.unmodifiableMap(seconds);
  }

  @Override
  public void stage(String en, String es) {
    shown.stage(en, es);
    synchronized (this) {
      end();
      stage = en;
      started = nanos.getAsLong();
    }
  }

  private void end() {
    if (stage != null) {
      double took = (nanos.getAsLong() - started) / NANOS;
      seconds.merge(stage, took, Double::sum);
      LOG.atInfo()
          .addKeyValue("job", job)
          .addKeyValue("stage", stage)
          .addKeyValue("seconds", took)
          .log("stage done: {}, {} s", stage, rounded(took));
      stage = null;
    }
  }

  /** Seconds as people read them. */
  static String rounded(double seconds) {
    return String.format(Locale.ROOT, "%.2f", seconds);
  }

  @Override
  public void rows(long done, long totalOrMinus1) {
    shown.rows(done, totalOrMinus1);
  }

  @Override
  public void done() {
    shown.done();
    synchronized (this) {
      end();
    }
  }
}
