package org.quipu.summary;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.concurrent.CompletionService;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorCompletionService;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.LongAdder;
import java.util.stream.IntStream;

/**
 * Carries out tasks on threads of this process: what Spark's local mode does too, without the
 * second that opening and closing it takes.
 */
record ThreadWorkers(int atOnce) implements Workers {

  private record Done<R>(int task, R result) {}

  @Override
  public <P, T, R> void carryOut(Job<P, T, R> job, Watch watch, Taker<R> taker) {
    LongAdder rows = new LongAdder();
    ExecutorService threads = Executors.newFixedThreadPool(atOnce, ThreadWorkers::thread);
    CompletionService<Done<R>> done = new ExecutorCompletionService<>(threads);
    try {
      IntStream.range(0, job.tasks().size())
          .forEach(
              task ->
                  done.submit(
                      () ->
                          new Done<>(
                              task,
                              job.work().of(job.shared(), job.tasks().get(task), rows::add))));
      for (int left = job.tasks().size(); left > 0; left--) {
        Done<R> next = done.take().get();
        taker.take(next.task, next.result);
        watch.tell(rows.sum());
      }
    } catch (ExecutionException e) {
      throw failure(e.getCause());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while a source is read", e);
    } finally {
      threads.shutdownNow();
    }
  }

  private static Thread thread(Runnable tasks) {
    Thread thread = new Thread(tasks, "pass");
    thread.setDaemon(true);
    return thread;
  }

  private static RuntimeException failure(Throwable cause) {
    if (cause instanceof Error error) {
      throw error;
    }
    if (cause instanceof IOException unreadable) {
      return new UncheckedIOException(unreadable);
    }
    return cause instanceof RuntimeException known ? known : new IllegalStateException(cause);
  }
}
