package org.quipu.cli;

import com.typesafe.config.ConfigUtil;
import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.quipu.config.SourceConfig;
import org.quipu.quality.Book;
import org.quipu.quality.Checkup;
import org.quipu.quality.Privacy;
import org.quipu.quality.Quarantined;
import org.quipu.quality.RowChecker;
import org.quipu.quality.RuleCount;
import org.quipu.source.ColumnGuess;
import org.quipu.source.Diagnosis;
import org.quipu.source.FileProfile;
import org.quipu.source.InputException;
import org.quipu.source.SourceContract;
import org.quipu.source.Storage;
import org.quipu.source.dialect.Plan;

/** Puts into words what a file is. */
final class DoctorReport {
  private static final int BAD_ROWS = 5;
  private static final int LONGEST = 120;
  private static final int OTHERS = 3;

  private final Screen screen;
  private final PrintStream out;
  private final Storage storage;
  private final Privacy privacy;
  private final List<String> missing;

  /**
   * @param missing texts that mean "no value" wherever nothing else is said
   */
  DoctorReport(Screen screen, Storage storage, Privacy privacy, List<String> missing) {
    this.screen = screen;
    this.out = screen.out();
    this.storage = storage;
    this.privacy = privacy;
    this.missing = missing;
  }

  void print(Diagnosis diagnosis) {
    FileProfile profile = diagnosis.profile();
    out.println(profile.file().path());
    line("Format", "Formato", format(profile));
    line("Columns", "Columnas", profile.written().size() + ": " + shown(profile.written()));
    for (Diagnosis.Remark remark : diagnosis.remarks()) {
      line("Mind", "Atención", remark.en(), remark.es());
    }
    if (!diagnosis.missingCodes().isEmpty()) {
      String codes =
          diagnosis.missingCodes().entrySet().stream()
              .map(code -> code.getKey() + " (" + code.getValue() + ")")
              .collect(Collectors.joining(", "));
      line("Seem to mean \"no value\"", "Parecen decir «sin valor»", codes);
    }
    if (diagnosis.candidates().isEmpty()) {
      line(
          "Looks like",
          "Parece",
          screen.say(
              "nothing known. Name its columns: sources.SOURCE.columns { canonical = column }",
              "nada conocido. Indique sus columnas: sources.FUENTE.columns { canónica = columna }"));
      out.println();
      return;
    }
    Diagnosis.Candidate best = diagnosis.candidates().get(0);
    if (best.lacking().isEmpty()) {
      line("Looks like", "Parece", named(best));
    } else {
      line("Like nothing for certain; nearest", "Nada seguro; lo más cercano", named(best));
    }
    List<Diagnosis.Candidate> others = diagnosis.candidates().stream().skip(1).toList();
    if (!others.isEmpty()) {
      line(
          "Or",
          "O bien",
          others.stream().limit(OTHERS).map(this::named).collect(Collectors.joining("; ")));
    }
    mapping(best, profile);
    rows(best);
    paste(best);
    out.println();
  }

  private void line(String en, String es, String text) {
    out.println("  " + screen.say(en, es) + ": " + text);
  }

  private void line(String en, String es, String textEn, String textEs) {
    line(en, es, screen.say(textEn, textEs));
  }

  private String format(FileProfile profile) {
    List<String> parts = new ArrayList<>(List.of(profile.format()));
    if (!profile.encoding().isEmpty()) {
      parts.add(
          profile.encoding()
              + (profile.mixed()
                  ? screen.say(" with rows in another encoding", " con filas en otra codificación")
                  : ""));
    }
    if (profile.format().startsWith("csv")) {
      String separator = profile.separator() == '\t' ? "tab" : "'" + profile.separator() + "'";
      parts.add(screen.say("separator ", "separador ") + separator);
    }
    return String.join(", ", parts);
  }

  private static String shown(List<String> names) {
    String all = String.join(", ", names);
    return all.length() <= LONGEST ? all : all.substring(0, LONGEST) + "…";
  }

  private String named(Diagnosis.Candidate candidate) {
    String dialect = candidate.config().dialect();
    return candidate.contract().name()
        + (dialect.equals("canonical")
            ? ""
            : screen.say(" in the dialect ", " en el dialecto ") + dialect)
        + " (%.0f %%)".formatted(100 * candidate.confidence());
  }

  private void mapping(Diagnosis.Candidate best, FileProfile profile) {
    Map<String, String> made = new TreeMap<>();
    Plan.of(best.config(), profile.written())
        .ifPresent(
            plan -> {
              Map<String, String> all = plan.made();
              best.contract()
                  .columns()
                  .forEach(
                      column -> {
                        if (all.containsKey(column.name())) {
                          made.put(column.name(), all.get(column.name()));
                        }
                      });
            });
    for (ColumnGuess guess : best.columns()) {
      if (guess.written() != null) {
        made.put(
            guess.canonical().name(),
            (guess.made() != null ? guess.made() : guess.written())
                + " (%.0f %%)".formatted(100 * guess.confidence()));
      }
    }
    made.forEach((canonical, from) -> out.printf("    %-28s <- %s%n", canonical, from));
    for (String lacking : best.lacking()) {
      out.printf(
          "    %-28s <- %s%n",
          lacking, screen.say("? required, not found", "? obligatoria, no se encontró"));
    }
  }

  private void rows(Diagnosis.Candidate best) {
    Book book;
    try {
      book = Checkup.of(best.contract(), best.config(), storage, privacy);
    } catch (InputException e) {
      line("Rows", "Filas", screen.say(e.getMessage(), e.spanish()));
      return;
    }
    RuleCount leftOut = book.rules().get(RowChecker.LEFT_OUT);
    line(
        "Rows",
        "Filas",
        screen
                .say("%d read, %d good, %d to quarantine", "%d leídas, %d buenas, %d a cuarentena")
                .formatted(book.total().read(), book.total().accepted(), book.total().quarantined())
            + (leftOut == null
                ? ""
                : screen
                    .say("; %d more are not of the population", "; otras %d no son de la población")
                    .formatted(leftOut.failing()))
            + (book.total().read() < Checkup.ROWS
                ? ""
                : screen.say(" (of the first rows)", " (de las primeras filas)")));
    if (best.contract().equals(SourceContract.STAFF_SURVEY)) {
      line(
          "Answers",
          "Respuestas",
          "not looked at: the instrument says what they may be (jobs/quipu validate JOB.conf)",
          "no se miraron: el instrumento dice cuáles se admiten (jobs/quipu validate TRABAJO.conf)");
    }
    for (Quarantined row : book.quarantine().stream().limit(BAD_ROWS).toList()) {
      out.printf(
          "    %s %d: %s%n",
          screen.say("line", "línea"),
          row.line(),
          screen.say(row.reason().en(), row.reason().es()));
      out.println(
          "      "
              + shown(List.of(row.raw().replaceAll("\\R", " ⏎ ").replaceAll("\\p{Cntrl}", "·"))));
    }
  }

  private void paste(Diagnosis.Candidate best) {
    SourceConfig config = best.config();
    line("To have it read, put into a job file", "Para leerlo, ponga en un archivo de trabajo", "");
    out.println("    sources." + config.name() + " {");
    out.println("      path = " + ConfigUtil.quoteString(config.paths().get(0)));
    if (!config.dialect().equals("canonical")) {
      out.println("      dialect = " + config.dialect());
    }
    List<String> further =
        config.missing().stream().filter(text -> !missing.contains(text)).toList();
    if (!further.isEmpty()) {
      out.println(
          "      missing = "
              + further.stream()
                  .map(ConfigUtil::quoteString)
                  .collect(Collectors.joining(", ", "[", "]")));
    }
    columns(new TreeMap<>(config.columns()), best.lacking());
    out.println("    }");
  }

  /** What is required and was not found is for a person to fill in, line by line. */
  private void columns(Map<String, String> columns, List<String> lacking) {
    List<String> known =
        columns.entrySet().stream()
            .map(each -> each.getKey() + " = " + ConfigUtil.quoteString(each.getValue()))
            .toList();
    if (lacking.isEmpty()) {
      if (!known.isEmpty()) {
        out.println("      columns { " + String.join(", ", known) + " }");
      }
      return;
    }
    out.println("      columns {");
    known.forEach(each -> out.println("        " + each));
    String fill = screen.say("the file's column", "la columna del archivo");
    lacking.forEach(name -> out.println("        # " + name + " = \"" + fill + "\""));
    out.println("      }");
  }
}
