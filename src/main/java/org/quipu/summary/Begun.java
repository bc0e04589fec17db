package org.quipu.summary;

import java.io.Serializable;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Sums of files that are being read in this process. A task goes on with what one before it left,
 * so that of a file there are as many sums as tasks at a time, not as many as tasks: each is the
 * size of the whole, and would have to be made, merged and collected.
 *
 * <p>A task in another process, an executor of a cluster, finds nothing here and begins anew.
 */
final class Begun<S extends Summary<S>> implements Serializable, AutoCloseable {
  private static final long serialVersionUID = 1L;
  private static final Map<Long, Begun<?>> HERE = new ConcurrentHashMap<>();
  private static final AtomicLong LAST = new AtomicLong();

  private final long number = LAST.incrementAndGet();

  /** By file; null in another process. */
  private final transient Map<Integer, Deque<Sum<S>>> left = new HashMap<>();

  /**
   * What some tasks made of a file.
   *
   * @param tasks how many of them
   */
  record Sum<S extends Summary<S>>(StoredFile<S> stored, int tasks) {
    Sum<S> plus(Sum<S> other) {
      return new Sum<>(stored.plus(other.stored), tasks + other.tasks);
    }
  }

  Begun() {
    HERE.put(number, this);
  }

  /** What a task gets that was sent: what it was, in the process that it came from. */
  private Object readResolve() {
    return HERE.getOrDefault(number, this);
  }

  boolean isHere() {
    return left != null;
  }

  /** A sum to go on with, which is the caller's from then on; null where there is none. */
  Sum<S> take(int file) {
    if (!isHere()) {
      return null;
    }
    synchronized (left) {
      return left.getOrDefault(file, new ArrayDeque<>()).poll();
    }
  }

  /** Leaves a sum for another task to go on with. */
  void leave(int file, Sum<S> sum) {
    synchronized (left) {
      left.computeIfAbsent(file, k -> new ArrayDeque<>()).add(sum);
    }
  }

  /** All that was left of a file, which is the caller's from then on. */
  Optional<Sum<S>> takeAll(int file) {
    synchronized (left) {
      Deque<Sum<S>> all = left.remove(file);
      return all == null ? Optional.empty() : all.stream().reduce(Sum::plus);
    }
  }

  @Override
  public void close() {
    HERE.remove(number);
  }
}
