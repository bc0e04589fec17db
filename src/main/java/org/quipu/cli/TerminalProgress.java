package org.quipu.cli;

import java.io.PrintStream;
import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;
import org.quipu.config.Language;
import org.quipu.job.Progress;

/**
 * Progress for a person: on a terminal one line that is redrawn, elsewhere a plain line when a
 * stage begins and another now and then while it lasts.
 */
final class TerminalProgress implements Progress, AutoCloseable {
  private static final Duration LIVE = Duration.ofMillis(100);
  private static final Duration PLAIN = Duration.ofSeconds(15);
  private static final String SPINNER = "|/-\\";
  private static final String ERASE = "\r\u001b[K";

  private final PrintStream err;
  private final Language language;
  private final boolean live;
  private final int width;
  private final LongSupplier nanos;
  private final ScheduledExecutorService ticker;

  private String stage = "";
  private long started;
  private long rows;
  private long total = -1;
  private int turn;

  TerminalProgress(
      PrintStream err, Language language, boolean live, int width, LongSupplier nanos) {
    this.err = err;
    this.language = language;
    this.live = live;
    this.width = width;
    this.nanos = nanos;
    this.ticker =
        Executors.newSingleThreadScheduledExecutor(
            task -> {
              var thread = new Thread(task, "progress");
              thread.setDaemon(true);
              return thread;
            });
  }

  /** On the screen's error stream; the launcher says whether that is a terminal, and how wide. */
  static TerminalProgress on(Screen screen) {
    String columns = System.getenv("QUIPU_TERMINAL");
    boolean live = columns != null && columns.matches("\\d{1,4}");
    int width = live ? Math.max(20, Integer.parseInt(columns)) : 0;
    var progress =
        new TerminalProgress(screen.err(), screen.language(), live, width, System::nanoTime);
    long period = (live ? LIVE : PLAIN).toMillis();
    progress.ticker.scheduleAtFixedRate(progress::tick, period, period, TimeUnit.MILLISECONDS);
    return progress;
  }

  @Override
  public synchronized void stage(String en, String es) {
    finishStage();
    stage = language.pick(en, es);
    started = nanos.getAsLong();
    rows = 0;
    total = -1;
    if (live) {
      draw();
    } else {
      err.println(stage + " …");
    }
  }

  @Override
  public synchronized void rows(long done, long totalOrMinus1) {
    rows = done;
    total = totalOrMinus1;
  }

  @Override
  public synchronized void done() {
    finishStage();
    stage = "";
  }

  /** Leaves the screen clean, whether the run ended well or not. */
  @Override
  public void close() {
    ticker.shutdownNow();
    done();
  }

  /** Redraws the line, or adds one. */
  synchronized void tick() {
    if (stage.isEmpty()) {
      return;
    }
    if (live) {
      draw();
    } else {
      err.println("  " + ProgressLine.of(stage, rows, total, elapsed(), language));
    }
  }

  private void draw() {
    String line =
        SPINNER.charAt(turn++ % SPINNER.length())
            + " "
            + ProgressLine.of(stage, rows, total, elapsed(), language);
    err.print(ERASE + line.substring(0, Math.min(line.length(), width - 1)));
    err.flush();
  }

  private void finishStage() {
    if (live && !stage.isEmpty()) {
      err.print(ERASE);
      err.flush();
    }
  }

  private Duration elapsed() {
    return Duration.ofNanos(nanos.getAsLong() - started);
  }
}
