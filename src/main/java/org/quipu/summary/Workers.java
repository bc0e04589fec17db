package org.quipu.summary;

import java.io.IOException;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.LongConsumer;
import org.quipu.source.FileProfile;
import org.quipu.source.Split;

/** Those who carry out the tasks of a pass: Spark's executors, or threads of this process. */
interface Workers {
  /** How many tasks are carried out at once. */
  int atOnce();

  /**
   * Carries out all tasks, and returns when every result has been taken, one at a time, in any
   * order.
   *
   * @throws RuntimeException what made a task fail, as it is or as a cause
   */
  <P, T, R> void carryOut(Job<P, T, R> job, Watch watch, Taker<R> taker);

  /** The results of all tasks, in the tasks' order; for results that are few and small. */
  default <P, T, R> List<R> results(Job<P, T, R> job) {
    List<R> results = new ArrayList<>(Collections.nCopies(job.tasks.size(), null));
    carryOut(job, Watch.NONE, results::set);
    return results;
  }

  /**
   * The same work on many parts of files.
   *
   * @param what in words
   * @param shared by all tasks; it reaches a machine once
   * @param tasks what each of them is about
   * @param work what is made of one
   */
  record Job<P, T, R>(String what, P shared, List<T> tasks, Work<P, T, R> work) {}

  /** What a task does. */
  interface Work<P, T, R> extends Serializable {
    /** The result of a task, which says now and then how many rows more it has read. */
    R of(P shared, T task, LongConsumer rowsRead) throws IOException;
  }

  /** Receives the result of a task, by the task's place in the list. */
  interface Taker<R> {
    void take(int task, R result);
  }

  /**
   * Who is told how many rows have been read.
   *
   * @param total rows of all tasks, estimated; −1 where nothing is known
   */
  record Watch(RowWatcher watcher, long total) {
    static final Watch NONE = new Watch((done, total) -> {}, -1);

    static Watch of(RowWatcher watcher, List<FileProfile> files) {
      return new Watch(watcher, estimate(files));
    }

    /** Where a file's last part starts, in rows and bytes, tells how many rows its bytes are. */
    private static long estimate(List<FileProfile> files) {
      double rows = 0;
      for (FileProfile file : files) {
        Split last = file.splits().isEmpty() ? null : file.splits().get(file.splits().size() - 1);
        if (last == null || last.start() == 0 || last.firstLine() <= 1) {
          return -1;
        }
        rows +=
            (double) last.firstLine() * Math.min(last.end(), file.file().bytes()) / last.start();
      }
      return Math.round(rows);
    }

    void tell(long done) {
      watcher.rows(done, total < 0 ? -1 : Math.max(done, total));
    }
  }
}
