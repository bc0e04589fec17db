package org.quipu.benchmark;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * A process from start to end, with its children.
 *
 * @param seconds on the clock
 * @param processorSeconds of the process and its children, but for the last fifth of a second
 * @param peakMebibytes the largest resident memory that one of them ever had
 * @param output what it wrote to standard output
 */
record MeasuredProcess(
    double seconds, double processorSeconds, long peakMebibytes, List<String> output) {
  /** Looking at all processes costs milliseconds, which those that are measured would lose. */
  private static final int LOOK_EVERY_MS = 200;

  private static final double NANOS = 1e9;

  /**
   * Runs a command to its end; standard error goes to a file.
   *
   * @throws IOException when it does not end with 0
   */
  static MeasuredProcess run(List<String> command, Map<String, String> environment, Path log)
      throws IOException, InterruptedException {
    Path output = Files.createTempFile("benchmark", ".out");
    try {
      ProcessBuilder builder =
          new ProcessBuilder(command)
              .redirectOutput(output.toFile())
              .redirectError(ProcessBuilder.Redirect.appendTo(log.toFile()));
      builder.environment().putAll(environment);
      long started = System.nanoTime();
      Process process = builder.start();
      Map<Long, Duration> processor = new HashMap<>();
      long peak = 0;
      boolean ended = false;
      while (!ended) {
        for (ProcessHandle handle : family(process)) {
          handle.info().totalCpuDuration().ifPresent(used -> processor.put(handle.pid(), used));
          peak = Math.max(peak, peakKibibytes(handle.pid()));
        }
        ended = process.waitFor(LOOK_EVERY_MS, TimeUnit.MILLISECONDS);
      }
      double seconds = (System.nanoTime() - started) / NANOS;
      if (process.exitValue() != 0) {
        throw new IOException(
            "%s ended with %d; see %s"
                .formatted(String.join(" ", command), process.exitValue(), log));
      }
      double busy = processor.values().stream().mapToLong(Duration::toNanos).sum() / NANOS;
      return new MeasuredProcess(seconds, busy, peak / 1024, Files.readAllLines(output));
    } finally {
      Files.delete(output);
    }
  }

  private static List<ProcessHandle> family(Process process) {
    return Stream.concat(Stream.of(process.toHandle()), process.descendants()).toList();
  }

  /** The kernel's own high-water mark; 0 where it does not tell. */
  private static long peakKibibytes(long pid) {
    try (Stream<String> lines = Files.lines(Path.of("/proc/" + pid + "/status"))) {
      return lines
          .filter(line -> line.startsWith("VmHWM:"))
          .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")))
          .findFirst()
          .orElse(0);
    } catch (IOException | java.io.UncheckedIOException gone) {
      return 0; // It ended between being listed and being looked at.
    }
  }
}
