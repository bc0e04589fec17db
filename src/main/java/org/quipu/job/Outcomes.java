package org.quipu.job;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.quipu.config.JobConfig;
import org.quipu.quality.Counts;
import org.quipu.report.RunJson;
import org.quipu.report.RunScreen;
import org.quipu.survey.Practice;
import org.quipu.table.Version;
import org.quipu.table.row.CheckRow;
import org.quipu.table.row.FigureCheckRow;

/** How a run ends: its exit code, its screen and its JSON. */
final class Outcomes {
  private static final int DONE = 0;
  private static final int FAILED = 1;
  private static final int STRICT = 4;

  private Outcomes() {}

  static int exitCode(JobConfig config, Results results, List<String> failed) {
    if (!failed.isEmpty()) {
      return FAILED;
    }
    boolean figure =
        config.strict().figures()
            && results.of(FigureCheckRow.class).stream()
                .anyMatch(check -> check.verdict().equals("differs"));
    boolean quality =
        config.strict().quality()
            && results.of(CheckRow.class).stream()
                .anyMatch(check -> check.status().equals(BookRows.FAILED));
    return figure || quality ? STRICT : DONE;
  }

  static RunOutcome published(
      JobConfig config,
      String runId,
      Version version,
      Inputs inputs,
      Results results,
      List<String> failed,
      int exitCode) {
    Map<String, Object> json = json(config, runId, inputs, exitCode);
    json.put("version_path", version.path());
    json.put("failed_analyses", failed);
    json.putAll(RunJson.of(results));
    String screen = RunScreen.of(results, screen(config, runId, version.path(), inputs, failed));
    return new RunOutcome(exitCode, runId, version.path(), screen, json);
  }

  static RunOutcome validated(JobConfig config, String runId, Inputs inputs) {
    Results results = new Results();
    results.add(BookRows.checks(inputs.reports(), config));
    int exitCode = exitCode(config, results, List.of());
    results.add(BookRows.inputs(inputs.reports()));
    String screen = RunScreen.of(results, screen(config, runId, "", inputs, List.of()));
    List<CheckRow> checks = results.of(CheckRow.class);
    Map<String, Object> json = json(config, runId, inputs, exitCode);
    json.put("failing_checks", ValidationScreen.json(checks));
    String found = ValidationScreen.of(checks, inputs.reports(), config.language());
    return new RunOutcome(exitCode, runId, "", screen.stripTrailing() + "\n" + found, json);
  }

  private static RunScreen.Context screen(
      JobConfig config, String runId, String versionPath, Inputs inputs, List<String> failed) {
    Map<String, String> texts = new TreeMap<>();
    for (Practice practice : inputs.codebook().practices()) {
      String text = config.language().pick(practice.textEn(), practice.textEs());
      if (text != null) {
        texts.put(practice.key(), text);
      }
    }
    String language = config.language().name().toLowerCase(Locale.ROOT);
    return new RunScreen.Context(language, runId, versionPath, texts, failed);
  }

  private static Map<String, Object> json(
      JobConfig config, String runId, Inputs inputs, int exitCode) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("exit_code", exitCode);
    json.put("job", config.job());
    json.put("run_id", runId);
    json.put("inputs", inputs.reports().stream().map(Outcomes::source).toList());
    return json;
  }

  private static Map<String, Object> source(SourceReport report) {
    Counts counts = report.book().total();
    Map<String, Object> source = new LinkedHashMap<>();
    source.put("source", report.source());
    source.put("files", report.files().size());
    source.put("rows_read", counts.read());
    source.put("accepted", counts.accepted());
    source.put("quarantined", counts.quarantined());
    source.put("duplicates", counts.duplicates());
    return source;
  }
}
