package org.quipu.synthetic;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Writes synthetic inputs, the job that runs on them, and {@code truth.json}: what is known of
 * them.
 *
 * <p>The bytes depend on the extent and the format alone, not on the number of threads. Memory does
 * not grow with rows: a block (half a million indicator rows, fifty thousand respondents) for each
 * thread, and the plan of what is planted.
 *
 * @param extent size, seed and share of bad rows
 * @param format of the two large sources; the others are CSV
 * @param threads that make rows
 */
public record Synthesis(Extent extent, OutputFormat format, int threads) {
  static final String REGISTRY = "facility-registry";
  static final String CATALOG = "indicator-catalog";
  static final String INSTRUMENT = "instrument";
  static final String FACILITY_INDICATOR = "facility-indicator";
  static final String STAFF_SURVEY = "staff-survey";

  /** The job file's name. */
  public static final String JOB = "synthetic.conf";

  /** The name of the file that tells what is known. */
  public static final String TRUTH = "truth.json";

  /** Told how far the writing is. */
  public interface Listener {
    void writing(String source);

    /** Rows of the source so far, and in all. */
    void rows(long done, long total);
  }

  /** A file that was written, and its rows. */
  public record Written(String source, Path file, long rows) {}

  /**
   * Writes everything into a folder, over what is there; the truth last, so that a folder with it
   * is whole.
   *
   * @throws IOException when the folder cannot be written
   */
  public List<Written> write(Path folder, Listener listener) throws IOException {
    Files.createDirectories(folder);
    Files.deleteIfExists(folder.resolve(TRUTH));
    FacilityTree tree = new FacilityTree(extent);
    GoalModel goals = new GoalModel(extent, tree);
    StaffModel staff = new StaffModel(extent, tree);
    FacilityIndicatorRows indicatorRows = new FacilityIndicatorRows(extent, goals, format);
    StaffSurveyRows staffRows = new StaffSurveyRows(extent, staff, format);
    List<Written> written = new ArrayList<>();

    SmallFiles small = new SmallFiles(extent, tree, staff);
    Path registry = folder.resolve(REGISTRY + ".csv");
    small.writeRegistry(registry);
    written.add(new Written(REGISTRY, registry, extent.facilities()));
    Path catalog = folder.resolve(CATALOG + ".csv");
    small.writeCatalog(catalog);
    written.add(new Written(CATALOG, catalog, extent.indicators()));
    written.add(writeIndicators(folder, indicatorRows, listener));

    StaffTally tally = new StaffTally(extent.items());
    if (extent.respondents() > 0) {
      Path instrument = folder.resolve(INSTRUMENT + ".csv");
      small.writeInstrument(instrument);
      written.add(new Written(INSTRUMENT, instrument, extent.items()));
      written.add(writeStaff(folder, staffRows, tally, listener));
    }
    Map<String, String> sources = new LinkedHashMap<>();
    written.forEach(file -> sources.put(file.source(), file.file().getFileName().toString()));
    small.writeJob(folder.resolve(JOB), sources);
    new Truth(extent, tree, goals, staff, indicatorRows.plants(), staffRows.plants(), tally)
        .write(folder.resolve(TRUTH));
    return List.copyOf(written);
  }

  private Written writeIndicators(Path folder, FacilityIndicatorRows rows, Listener listener)
      throws IOException {
    listener.writing(FACILITY_INDICATOR);
    Path file = folder.resolve(FACILITY_INDICATOR + "." + format.id());
    long total = extent.cells() + rows.plants().further();
    try (BlockFile blocks = BlockFile.open(format, file, FacilityIndicatorRows.columns())) {
      long[] done = {0};
      OrderedBlocks.<Long>write(
          blocks,
          rows.blocks(),
          threads,
          rows::fill,
          (number, count) -> listener.rows(done[0] += count, total));
    }
    return new Written(FACILITY_INDICATOR, file, total);
  }

  private Written writeStaff(Path folder, StaffSurveyRows rows, StaffTally tally, Listener listener)
      throws IOException {
    listener.writing(STAFF_SURVEY);
    Path file = folder.resolve(STAFF_SURVEY + "." + format.id());
    long total = extent.respondents() + rows.plants().further();
    try (BlockFile blocks = BlockFile.open(format, file, StaffSurveyRows.columns(extent.items()))) {
      OrderedBlocks.<StaffTally>write(
          blocks,
          rows.blocks(),
          threads,
          rows::fill,
          (number, known) -> {
            tally.add(known);
            listener.rows(tally.respondents(), total);
          });
    }
    return new Written(STAFF_SURVEY, file, total);
  }
}
