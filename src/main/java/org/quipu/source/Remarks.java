package org.quipu.source;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.quipu.source.Diagnosis.Remark;

/** What a person should know of a file before it is read, beyond what its rows say. */
final class Remarks {
  private static final int SHOWN = 6;
  private static final String FACILITY = "facility_id";
  private static final String MISREAD = ".*[ÃÂ][\\u0080-\\u00bf\\u0160-\\u2122].*";

  private Remarks() {}

  static List<Remark> of(FileProfile profile, List<ColumnSample> samples, Storage storage)
      throws IOException {
    List<Remark> remarks = new ArrayList<>();
    titles(profile, remarks);
    sheets(profile, storage, remarks);
    misread(profile, samples, remarks);
    thousands(samples, remarks);
    shortCodes(samples, remarks);
    remarks.addAll(LabelRemarks.of(profile, samples, storage));
    periodsAcross(profile, remarks);
    return remarks;
  }

  private static void titles(FileProfile profile, List<Remark> remarks) {
    boolean csv = profile.format().startsWith("csv");
    long line = profile.splits().get(0).firstLine() - (csv ? 1 : 0);
    if (line > 1 && (csv || profile.format().equals("xlsx"))) {
      remarks.add(
          new Remark(
              "The header ends on line " + line + "; titles above it are skipped.",
              "El encabezado termina en la línea " + line + "; se omiten los títulos de arriba."));
    }
  }

  private static void sheets(FileProfile profile, Storage storage, List<Remark> remarks) {
    if (!profile.format().equals("xlsx")) {
      return;
    }
    Map<String, ExcelFiles.Table> all =
        Sheets.all(
            new InputFile(
                profile.file().source(),
                Sheets.book(profile.file().path()),
                profile.file().bytes()),
            storage);
    if (all.size() > 1 && Sheets.sheet(profile.file().path()) == null) {
      String names = String.join(", ", all.keySet());
      String read =
          all.entrySet().stream()
              .filter(each -> each.getValue() != null)
              .map(Map.Entry::getKey)
              .findFirst()
              .orElse("");
      remarks.add(
          new Remark(
              "Of its sheets (%s) %s is read; name another as path: book.xlsx!SHEET."
                  .formatted(names, read),
              "De sus hojas (%s) se lee %s; indique otra como ruta: libro.xlsx!HOJA."
                  .formatted(names, read)));
    }
  }

  private static void misread(
      FileProfile profile, List<ColumnSample> samples, List<Remark> remarks) {
    boolean found =
        profile.written().stream().anyMatch(name -> name.matches(MISREAD))
            || samples.stream()
                .flatMap(sample -> sample.texts().keySet().stream())
                .anyMatch(text -> text.matches(MISREAD));
    if (found) {
      remarks.add(
          new Remark(
              "Letters such as Ã³ for ó: the file was once opened in the wrong encoding and saved"
                  + " so. Export it again from where it comes.",
              "Letras como Ã³ por ó: el archivo se abrió alguna vez con otra codificación y se"
                  + " guardó así. Expórtelo de nuevo desde su origen."));
    }
  }

  /** Codes of facilities that are numbers of fewer digits than eight, as Excel leaves them. */
  private static void shortCodes(List<ColumnSample> samples, List<Remark> remarks) {
    for (ColumnSample sample : samples) {
      boolean isFacility =
          ColumnGuess.of(SourceContract.FACILITY_REGISTRY, List.of(sample), ',').stream()
              .anyMatch(
                  guess -> guess.written() != null && guess.canonical().name().equals(FACILITY));
      if (isFacility && ColumnFormats.mayLackZeros(sample)) {
        String as = "\"{" + sample.name() + ":08}\"";
        remarks.add(
            new Remark(
                "Column %s holds short numbers; if a program ate leading zeros, name it as %s in columns."
                    .formatted(sample.name(), as),
                "La columna %s tiene números cortos; si un programa quitó ceros, nómbrela %s en columns."
                    .formatted(sample.name(), as)));
      }
    }
  }

  private static void thousands(List<ColumnSample> samples, List<Remark> remarks) {
    for (ColumnSample sample : samples) {
      if (ColumnFormats.pointsMayBeThousands(sample)) {
        String name = sample.name();
        String shown = sample.texts().firstKey();
        remarks.add(
            new Remark(
                "Column %s: is %s about one, or a thousand? Points are read as decimal; if they stand"
                        .formatted(name, shown)
                    + " between thousands, name it as \"{"
                    + name
                    + ":comma}\" in columns.",
                "Columna %s: ¿%s es cerca de uno o de mil? El punto se lee como decimal; si separa"
                        .formatted(name, shown)
                    + " miles, nómbrela \"{"
                    + name
                    + ":comma}\" en columns."));
      }
    }
  }

  /** A table with a column a period. */
  private static void periodsAcross(FileProfile profile, List<Remark> remarks) {
    List<String> periods =
        profile.written().stream().filter(name -> name.matches("\\d{4}(-\\d{2})?")).toList();
    if (periods.size() > 1) {
      String example =
          "rows = [{ period = { constant = \"%s\" }, achieved = \"%s\" }, …]"
              .formatted(periods.get(0), periods.get(0));
      remarks.add(
          new Remark(
              "Periods stand across ("
                  + shown(periods)
                  + "). A dialect makes rows of them: "
                  + example,
              "Los periodos están en columnas ("
                  + shown(periods)
                  + "). Un dialecto los vuelve filas: "
                  + example));
    }
  }

  static String shown(List<String> names) {
    String first = String.join(", ", names.subList(0, Math.min(SHOWN, names.size())));
    return names.size() > SHOWN ? first + ", …" : first;
  }
}
