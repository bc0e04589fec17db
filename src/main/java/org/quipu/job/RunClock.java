package org.quipu.job;

import java.time.Instant;

/** When a run began. */
record RunClock(Instant started, long startedNanos) {

  static RunClock start() {
    return new RunClock(Instant.now(), System.nanoTime());
  }

  /** Seconds since the run began. */
  double seconds() {
    return (System.nanoTime() - startedNanos) / 1e9;
  }
}
