package org.quipu.job;

import java.util.Arrays;
import org.quipu.summary.RowWatcher;

/** The rows of several sources that are read at once, told as those of one stage. */
final class RowsOfAll {
  private static final long UNKNOWN = -1;

  private final Progress progress;
  private final long[] done;
  private final long[] totals;
  private int watched;

  RowsOfAll(int sources, Progress progress) {
    this.progress = progress;
    this.done = new long[sources];
    this.totals = new long[sources];
    Arrays.fill(totals, UNKNOWN);
  }

  /** To be told of the rows of one source more. */
  synchronized RowWatcher ofNext() {
    int source = watched++;
    return (rows, total) -> tell(source, rows, total);
  }

  private synchronized void tell(int source, long rows, long total) {
    done[source] = rows;
    totals[source] = total;
    boolean known = Arrays.stream(totals).noneMatch(one -> one == UNKNOWN);
    progress.rows(Arrays.stream(done).sum(), known ? Arrays.stream(totals).sum() : UNKNOWN);
  }
}
