package org.quipu.benchmark;

import com.fasterxml.jackson.databind.JsonNode;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * What a benchmark found, as Markdown.
 *
 * @param truth of the synthetic inputs
 * @param contenders Quipu first
 * @param agreements of each other contender with Quipu
 */
record BenchmarkReport(
    JsonNode truth, List<Contender> contenders, Map<String, List<Agreement>> agreements) {
  private static final double GIBIBYTE = 1L << 30;

  boolean allAgree() {
    return agreements.values().stream().flatMap(List::stream).allMatch(Agreement::holds);
  }

  String markdown() {
    List<String> lines = new ArrayList<>();
    JsonNode survey = truth.path("staff_survey").path("rows");
    lines.add(
        "%,d facility-indicator rows, %,d respondents; %d processors, %.0f GiB, Java %s."
            .formatted(
                truth.path("facility_indicator").path("rows").asLong(),
                survey.asLong(),
                Runtime.getRuntime().availableProcessors(),
                physicalMemory() / GIBIBYTE,
                System.getProperty("java.version")));
    lines.add("");
    times(lines);
    beyondStartUp(lines);
    steps(lines);
    agreement(lines);
    return String.join("\n", lines) + "\n";
  }

  private void times(List<String> lines) {
    MeasuredProcess ours = contenders.get(0).median();
    lines.add("| program | median, s | runs, s | Quipu takes | processor, s | peak memory, MiB |");
    lines.add("| --- | ---: | --- | ---: | ---: | ---: |");
    for (Contender contender : contenders) {
      MeasuredProcess median = contender.median();
      String runs =
          contender.runs().stream()
              .map(run -> number(run.seconds()))
              .collect(Collectors.joining(", "));
      lines.add(
          "| %s | %s | %s | %s | %s | %,d |"
              .formatted(
                  contender.name(),
                  number(median.seconds()),
                  runs,
                  contender == contenders.get(0)
                      ? ""
                      : "%.2f ×".formatted(ours.seconds() / median.seconds()),
                  number(median.processorSeconds()),
                  contender.peakMebibytes()));
    }
  }

  /** What counts for those who wait for it each month: neither run could start faster. */
  private void beyondStartUp(List<String> lines) {
    Optional<Contender> month = named(NewMonth.NAME);
    Optional<Contender> start = named(NewMonth.START_UP);
    if (month.isPresent() && start.isPresent()) {
      double begun = start.get().median().seconds();
      double more = month.get().median().seconds() - begun;
      double full = contenders.get(0).median().seconds() - begun;
      lines.add("");
      lines.add(
          "Beyond start-up (%s s) a new month takes %s s, the full run %s s: %.1f %%."
              .formatted(number(begun), number(more), number(full), 100 * more / full));
    }
  }

  private Optional<Contender> named(String name) {
    return contenders.stream().filter(contender -> contender.name().equals(name)).findFirst();
  }

  private void steps(List<String> lines) {
    for (Contender contender : contenders) {
      List<String[]> steps =
          contender.median().output().stream()
              .filter(line -> line.startsWith("step\t"))
              .map(line -> line.split("\t"))
              .toList();
      if (!steps.isEmpty()) {
        lines.add("");
        lines.add("| step of " + contender.name() + " | s | processor, s |");
        lines.add("| --- | ---: | ---: |");
        steps.forEach(step -> lines.add("| %s | %s | %s |".formatted(step[1], step[2], step[3])));
      }
    }
  }

  private void agreement(List<String> lines) {
    agreements.forEach(
        (contender, tables) -> {
          lines.add("");
          lines.add(
              "| Quipu and " + contender + " | rows | only Quipu | only the other | different |");
          lines.add("| --- | ---: | ---: | ---: | ---: |");
          for (Agreement table : tables) {
            lines.add(
                "| %s | %,d | %,d | %,d | %,d |"
                    .formatted(
                        table.table(),
                        table.rows(),
                        table.onlyOurs(),
                        table.onlyTheirs(),
                        table.different()));
          }
        });
  }

  private static String number(double seconds) {
    return String.format(Locale.ROOT, "%.2f", seconds);
  }

  private static long physicalMemory() {
    return ManagementFactory.getPlatformMXBean(com.sun.management.OperatingSystemMXBean.class)
        .getTotalMemorySize();
  }
}
