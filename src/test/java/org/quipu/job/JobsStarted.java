package org.quipu.job;

import java.util.concurrent.atomic.AtomicInteger;
import org.apache.spark.scheduler.SparkListener;
import org.apache.spark.scheduler.SparkListenerJobStart;

/** Counts the Spark jobs of a run that names it as a listener. */
public final class JobsStarted extends SparkListener {
  private static final AtomicInteger JOBS = new AtomicInteger();

  /** To be given to a run with {@code --set}. */
  static final String SETTING =
      "spark.conf.\"spark.extraListeners\"=" + JobsStarted.class.getName();

  @Override
  public void onJobStart(SparkListenerJobStart start) {
    JOBS.incrementAndGet();
  }

  /**
   * Jobs since this was last asked. The session of the run is closed, so all have been heard of.
   */
  static int count() {
    return JOBS.getAndSet(0);
  }
}
