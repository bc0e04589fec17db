package org.quipu.table;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The lock of a warehouse on a file system that has no locks: a file that names its holder and is
 * touched as long as the holder lives. Who finds it untouched for too long takes it over.
 *
 * <p>What it promises is what the file system promises of {@link LeaseFile}: where a file is
 * created only if it is absent, and replaced only if it is as it was read, one run at a time holds
 * the lease. A holder that was stopped for longer than the limit, and then goes on, finds in {@link
 * #verify} that it lost the lease. Clocks of the machines must agree to a few minutes.
 */
final class Lease implements WarehouseStorage.Lock {

  /** Without a sign of life for so long, a holder counts as dead. */
  static final Duration LIMIT = Duration.ofMinutes(10);

  private static final Logger LOG = LoggerFactory.getLogger(Lease.class);
  private static final int SIGNS_OF_LIFE = 10;
  private static final int TRIES = 3;

  /** The file of a lease, and what its file system does to it in one step. */
  interface LeaseFile {

    /** What the file says, when it was last touched, and which state of the file that was. */
    record Held(String text, Instant touched, String state) {}

    String path();

    /** What the file says; empty where there is none. */
    Optional<Held> read() throws IOException;

    /** Writes the file if there is none; false if there is one. */
    boolean create(String text) throws IOException;

    /** Writes another text if the file is still as it was read; false if it is not. */
    boolean replace(Held read, String text) throws IOException;

    /** Makes it look new if it is still as it was read; false if it is not. */
    boolean touch(Held read) throws IOException;

    void delete() throws IOException;
  }

  private final LeaseFile file;
  private final String text;
  private final ScheduledExecutorService heart;
  private volatile boolean closed;

  private Lease(LeaseFile file, String text, Duration limit) {
    this.file = file;
    this.text = text;
    this.heart =
        Executors.newSingleThreadScheduledExecutor(
            task -> {
              Thread thread = new Thread(task, "warehouse lease");
              thread.setDaemon(true);
              return thread;
            });
    long every = limit.toMillis() / SIGNS_OF_LIFE;
    heart.scheduleWithFixedDelay(this::touch, every, every, TimeUnit.MILLISECONDS);
  }

  /**
   * Takes a lease that is free or whose holder is dead.
   *
   * @param holder who takes it, one line
   * @param limit after which a holder without a sign of life counts as dead
   * @throws WarehouseBusy when another holds it
   */
  static Lease take(LeaseFile file, String holder, Duration limit) throws IOException {
    String text = holder + "\n" + UUID.randomUUID() + "\n";
    for (int i = 0; i < TRIES; i++) {
      if (file.create(text)) {
        return new Lease(file, text, limit);
      }
      Optional<LeaseFile.Held> held = file.read();
      if (held.isPresent()) {
        if (held.get().touched().plus(limit).isAfter(Instant.now())) {
          throw busy(file, held.get(), limit);
        }
        if (file.replace(held.get(), text)) {
          return new Lease(file, text, limit);
        }
      }
    }
    throw new WarehouseBusy(file.path(), "?", new Text("", ""));
  }

  private static WarehouseBusy busy(LeaseFile file, LeaseFile.Held held, Duration limit) {
    return new WarehouseBusy(
        file.path(),
        holder(Optional.of(held)),
        new Text(
            "; its last sign of life is of %s. After %d minutes without one another run takes over; if that run was killed, delete this file"
                .formatted(held.touched(), limit.toMinutes()),
            "; su última señal de vida es de %s. Tras %d minutos sin otra, una nueva corrida toma su lugar; si esa corrida fue interrumpida, borre este archivo"
                .formatted(held.touched(), limit.toMinutes())));
  }

  /** The first line of a lease; whatever made it may have left it empty. */
  private static String holder(Optional<LeaseFile.Held> held) {
    return held.flatMap(lease -> lease.text().lines().findFirst()).orElse("?");
  }

  private Optional<LeaseFile.Held> mine() throws IOException {
    return file.read().filter(held -> held.text().equals(text));
  }

  private void touch() {
    try {
      Optional<LeaseFile.Held> mine = mine();
      if (mine.isPresent()) {
        file.touch(mine.get());
      }
    } catch (IOException e) {
      // The next beat tries again; verify says whether the lease was lost meanwhile.
      LOG.warn("no sign of life could be given in {}: {}", file.path(), e.toString());
    }
  }

  /** What close does, for a process that is ending: there is nobody to tell if it fails. */
  void giveUp() {
    try {
      close();
    } catch (IOException e) {
      LOG.warn("{} stays until it is taken over: {}", file.path(), e.toString());
    }
  }

  @Override
  public void verify() throws IOException {
    if (closed || mine().isEmpty()) {
      throw new WarehouseBusy(
          file.path(),
          holder(file.read()),
          new Text(
              "; it took over because this one gave no sign of life",
              "; tomó el lugar de esta, que no daba señal de vida"));
    }
  }

  @Override
  public synchronized void close() throws IOException {
    if (closed) {
      return;
    }
    closed = true;
    heart.shutdownNow();
    if (mine().isPresent()) {
      file.delete();
    }
  }
}
