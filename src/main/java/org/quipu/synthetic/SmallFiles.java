package org.quipu.synthetic;

import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/** The small inputs, always as CSV, and the job that runs on all of them. */
final class SmallFiles {
  private final Extent extent;
  private final FacilityTree tree;
  private final StaffModel staff;

  SmallFiles(Extent extent, FacilityTree tree, StaffModel staff) {
    this.extent = extent;
    this.tree = tree;
    this.staff = staff;
  }

  void writeRegistry(Path file) throws IOException {
    try (BufferedWriter out = Files.newBufferedWriter(file, StandardCharsets.UTF_8)) {
      line(
          out,
          "facility_id",
          "facility_name",
          "diresa_id",
          "network_id",
          "micronetwork_id",
          "category",
          "clas");
      for (int facility = 0; facility < tree.facilities(); facility++) {
        line(
            out,
            FacilityTree.facilityId(facility),
            "Establecimiento " + (facility + 1),
            FacilityTree.diresaId(tree.diresa(facility)),
            FacilityTree.networkId(tree.network(facility)),
            FacilityTree.micronetworkId(tree.micronetwork(facility)),
            "I-" + (1 + facility % 4),
            tree.clas(facility) ? "1" : "0");
      }
    }
  }

  void writeCatalog(Path file) throws IOException {
    try (BufferedWriter out = Files.newBufferedWriter(file, StandardCharsets.UTF_8)) {
      line(out, "indicator_id", "kind", "better", "name_es", "name_en");
      for (int indicator = 0; indicator < extent.indicators(); indicator++) {
        line(
            out,
            FacilityIndicatorRows.indicatorId(indicator),
            indicator % 2 == 0 ? "coverage" : "utilization",
            GoalModel.lowerIsBetter(indicator) ? "lower" : "higher",
            "Indicador " + (indicator + 1),
            "Indicator " + (indicator + 1));
      }
    }
  }

  void writeInstrument(Path file) throws IOException {
    try (BufferedWriter out = Files.newBufferedWriter(file, StandardCharsets.UTF_8)) {
      line(out, "item_id", "dimension_id", "min", "max", "reversed", "text_es", "text_en");
      for (int item = 0; item < staff.items(); item++) {
        line(
            out,
            StaffModel.itemId(item),
            staff.dimension(item).id(),
            Integer.toString(StaffModel.LEAST),
            Integer.toString(StaffModel.MOST),
            StaffModel.reversed(item) ? "1" : "0",
            "Pregunta " + (item + 1),
            "Question " + (item + 1));
      }
    }
  }

  /**
   * @param sources source → file name, in the order to be written
   */
  void writeJob(Path file, Map<String, String> sources) throws IOException {
    boolean survey = sources.containsKey(Synthesis.STAFF_SURVEY);
    StringBuilder job = new StringBuilder();
    job.append("# Synthetic inputs; what is known of them stands in truth.json.\n\n");
    job.append("job = synthetic\nstudies = [facility-performance");
    job.append(survey ? ", staff-governance, linkage]\n" : "]\n");
    if (survey) {
      job.append("\neligibility {\n  min-experience-years = 1\n");
      job.append("  roles = [administrative, technical]\n}\n");
      job.append("\ncleaning {\n  scale-bounds = true\n  min-answered-share = 0.5\n}\n");
    }
    job.append("\nsources {\n");
    sources.forEach(
        (source, name) ->
            job.append("  ").append(source).append(".path = \"").append(name).append("\"\n"));
    job.append("}\n");
    Files.writeString(file, job, StandardCharsets.UTF_8);
  }

  private static void line(BufferedWriter out, String... fields) throws IOException {
    out.write(String.join(",", fields));
    out.write('\n');
  }
}
