package org.quipu.job;

import java.util.concurrent.atomic.AtomicInteger;
import org.apache.spark.scheduler.SparkListener;
import org.apache.spark.scheduler.SparkListenerJobStart;
import org.apache.spark.sql.SparkSession;

/** Counts the Spark jobs of a run that names it as a listener. */
public final class JobsStarted extends SparkListener {
  private static final AtomicInteger JOBS = new AtomicInteger();

  /** To be given to a run with {@code --set}, so that Spark is told to count. */
  static final String SETTING =
      "spark.conf.\"spark.extraListeners\"=" + JobsStarted.class.getName();

  /** To be given to a run whose few rows Spark shall read. */
  static final String OF_FEW_ROWS = "spark.from-bytes=0";

  @Override
  public void onJobStart(SparkListenerJobStart start) {
    JOBS.incrementAndGet();
  }

  /** Counts from here; a context that another test left open would not know of this listener. */
  static void begin() {
    if (SparkSession.getDefaultSession().isDefined()) {
      SparkSession.getDefaultSession().get().stop();
    }
    JOBS.set(0);
  }

  /**
   * Jobs since this was last asked. The session of the run is closed, so all have been heard of.
   */
  static int count() {
    return JOBS.getAndSet(0);
  }
}
