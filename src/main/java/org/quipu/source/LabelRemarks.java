package org.quipu.source;

import com.typesafe.config.Config;
import com.typesafe.config.ConfigFactory;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.quipu.source.Diagnosis.Remark;
import org.quipu.source.dialect.Names;
import org.quipu.source.spss.SavVariable;

/** What is to be known of a file with labels beside codes, or in their place. */
final class LabelRemarks {
  private static final Config KNOWN =
      ConfigFactory.parseResources(LabelRemarks.class, "/doctor.conf");

  private LabelRemarks() {}

  static List<Remark> of(FileProfile profile, List<ColumnSample> samples, Storage storage)
      throws IOException {
    List<Remark> remarks = new ArrayList<>();
    labels(profile, remarks);
    valueLabels(profile, storage, remarks);
    answersInWords(samples, remarks);
    return remarks;
  }

  /** An export with the labels of questions and options where codes belong. */
  private static void labels(FileProfile profile, List<Remark> remarks) {
    for (Config each : KNOWN.getConfigList("label-exports")) {
      boolean all =
          each.getStringList("headings").stream()
              .allMatch(heading -> profile.written().stream().anyMatch(Names.like(heading)));
      if (all) {
        String tool = each.getString("tool");
        remarks.add(
            new Remark(
                "An export of "
                    + tool
                    + " with labels; export it with codes (raw data, XML names).",
                "Una exportación de "
                    + tool
                    + " con etiquetas; expórtela con códigos (datos sin"
                    + " procesar, nombres XML)."));
        return;
      }
    }
  }

  private static void valueLabels(FileProfile profile, Storage storage, List<Remark> remarks)
      throws IOException {
    if (!profile.format().equals("sav")) {
      return;
    }
    TreeMap<String, List<String>> byLabels = new TreeMap<>();
    TreeMap<String, List<String>> missing = new TreeMap<>();
    for (SavVariable variable : SpssFiles.variables(profile.file(), storage)) {
      if (!variable.labels().isEmpty()) {
        String texts =
            variable.labels().entrySet().stream()
                .map(each -> each.getKey() + " = " + each.getValue())
                .collect(Collectors.joining(", "));
        byLabels.computeIfAbsent(texts, key -> new ArrayList<>()).add(variable.name());
        variable
            .labels()
            .forEach(
                (code, label) -> {
                  if (meansMissing(label) && !isDeclared(variable, code)) {
                    missing
                        .computeIfAbsent(code + " = " + label, key -> new ArrayList<>())
                        .add(variable.name());
                  }
                });
      }
    }
    byLabels.forEach(
        (texts, names) ->
            remarks.add(
                new Remark(
                    "Codes are read, not their labels: "
                        + Remarks.shown(names)
                        + ": "
                        + texts
                        + ".",
                    "Se leen los códigos, no sus etiquetas: "
                        + Remarks.shown(names)
                        + ": "
                        + texts
                        + ".")));
    missing.forEach(
        (code, names) ->
            remarks.add(
                new Remark(
                    "Seems to mean \"no value\" but is not declared so: %s in %s; add it to missing."
                        .formatted(code, Remarks.shown(names)),
                    "Parece decir «sin valor» pero no está declarado: %s en %s; agréguelo a missing."
                        .formatted(code, Remarks.shown(names)))));
  }

  private static boolean meansMissing(String label) {
    return KNOWN.getStringList("missing-labels").stream()
        .anyMatch(pattern -> Names.like(pattern).test(label.strip()));
  }

  private static boolean isDeclared(SavVariable variable, String code) {
    return variable.isNumber()
        ? variable.missing().has(Double.parseDouble(code))
        : variable.missing().has(code);
  }

  /** Items whose answers are words, the same few in many columns. */
  private static void answersInWords(List<ColumnSample> samples, List<Remark> remarks) {
    List<ColumnSample> worded =
        samples.stream()
            .filter(sample -> sample.texts().size() >= 2 && sample.texts().size() <= 12)
            .filter(
                sample -> sample.texts().keySet().stream().noneMatch(t -> t.matches("[\\d.,]+")))
            .toList();
    TreeMap<String, List<String>> scales = new TreeMap<>();
    for (ColumnSample sample : worded) {
      List<ColumnSample> alike =
          worded.stream()
              .filter(other -> sample.texts().keySet().containsAll(other.texts().keySet()))
              .toList();
      if (alike.size() >= 3) {
        scales
            .computeIfAbsent(String.join(", ", sample.texts().keySet()), key -> new ArrayList<>())
            .addAll(alike.stream().map(ColumnSample::name).toList());
      }
    }
    if (!scales.isEmpty()) {
      String words = scales.firstKey();
      String names = Remarks.shown(scales.firstEntry().getValue().stream().distinct().toList());
      remarks.add(
          new Remark(
              "Answers in words (%s) in %s. Say what they stand for in a dialect of your own:"
                      .formatted(words, names)
                  + " values { \"item_*\" { Nunca = 1, … } }.",
              "Respuestas en palabras (%s) en %s. Diga qué valen en un dialecto propio:"
                      .formatted(words, names)
                  + " values { \"item_*\" { Nunca = 1, … } }."));
    }
  }
}
