package org.quipu.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.quipu.table.row.RunRow;
import org.quipu.table.row.UnitPerformanceRow;

/**
 * What a run found, on at most a screen of about 60 lines of 100 columns: the answers to the
 * studies' questions with their figures, what became of the rows, where the tables are. Sections
 * stand only for studies that ran.
 */
public final class RunScreen {
  private static final int WIDTH = 100;

  private RunScreen() {}

  /**
   * What the rows do not say.
   *
   * @param language {@code es}, or English for anything else
   * @param runId the run's id
   * @param versionPath where the tables lie; empty when none were written
   * @param practiceTexts what a practice is, by question/option, in that language
   * @param failedAnalyses analyses whose tables are missing
   */
  public record Context(
      String language,
      String runId,
      String versionPath,
      Map<String, String> practiceTexts,
      List<String> failedAnalyses) {}

  /** The screen, lines separated by line feeds. */
  public static String of(ResultRows rows, Context context) {
    Phrases phrases = new Phrases(context.language());
    List<String> lines = new ArrayList<>();
    lines.add(title(rows, context, phrases));
    lines.addAll(Reconstruction.note(rows, phrases));
    if (!context.failedAnalyses().isEmpty()) {
      lines.add(
          phrases.say("FAILED, see the log: ", "FALLARON, vea el registro: ")
              + String.join(", ", context.failedAnalyses()));
    }
    PracticeFindings practices = PracticeFindings.of(rows);
    StaffFindings staff = StaffFindings.of(rows);
    ConclusionLines conclusions = new ConclusionLines(rows, phrases);
    section(
        lines,
        practices.isPresent()
            ? PracticeLines.of(practices, phrases, context.practiceTexts(), WIDTH)
            : performance(rows, phrases));
    conclusions.practices().forEach(line -> lines.addAll(Columns.wrapped(line, WIDTH)));
    section(lines, staff.isPresent() ? StaffLines.of(staff, phrases, WIDTH) : List.of());
    conclusions.staff().forEach(line -> lines.addAll(Columns.wrapped(line, WIDTH)));
    section(lines, LinkageLines.of(rows, phrases, WIDTH));
    conclusions.linkage().forEach(line -> lines.addAll(Columns.wrapped(line, WIDTH)));
    section(lines, FigureLines.of(rows, phrases, WIDTH));
    lines.addAll(SourceLines.of(rows, phrases, WIDTH));
    lines.addAll(tables(context, phrases));
    return String.join("\n", lines).replace(Phrases.FIXED_SPACE, ' ');
  }

  private static void section(List<String> lines, List<String> more) {
    if (!more.isEmpty()) {
      lines.add("");
      lines.addAll(more);
    }
  }

  private static String title(ResultRows rows, Context context, Phrases phrases) {
    Optional<RunRow> run = rows.of(RunRow.class).stream().findFirst();
    return "Quipu"
        + run.map(row -> " " + row.version() + " · " + row.job()).orElse("")
        + phrases.say(" · run ", " · corrida ")
        + context.runId()
        + run.map(row -> " · " + phrases.number(row.seconds(), 1) + " s").orElse("");
  }

  /** Where only facilities were judged: the nation's share in each period. */
  private static List<String> performance(ResultRows rows, Phrases phrases) {
    List<List<String>> cells = new ArrayList<>();
    cells.add(
        List.of(
            phrases.say("FACILITIES MEETING THEIR GOALS", "ESTABLECIMIENTOS QUE CUMPLEN SUS METAS"),
            phrases.say("facilities", "establecimientos"),
            phrases.say("meeting", "cumplen"),
            "%"));
    rows.national(UnitPerformanceRow.class, UnitPerformanceRow::level)
        .forEach(
            row ->
                cells.add(
                    List.of(
                        "  " + row.period() + " " + population(row.population(), phrases),
                        phrases.count(row.facilities()),
                        phrases.count(row.meeting()),
                        phrases.number(row.percent(), 1))));
    return cells.size() == 1 ? List.of() : Columns.lines(cells, 1);
  }

  private static String population(String population, Phrases phrases) {
    return population.equals("clas") ? "CLAS" : phrases.say("all", "todos");
  }

  private static List<String> tables(Context context, Phrases phrases) {
    if (context.versionPath().isEmpty()) {
      return List.of();
    }
    return List.of(
        phrases.say("TABLES  ", "TABLAS  ")
            + context.versionPath()
            + phrases.say(
                "  (report.html: the same with plots)", "  (report.html: lo mismo con gráficos)"),
        phrases.say("  next: ", "  siga con: ")
            + "jobs/quipu tables · jobs/quipu show figure_check · jobs/quipu show descriptive");
  }
}
