package org.quipu.synthetic;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.parquet.io.api.Binary;

/**
 * The rows of {@code facility-indicator}, ordered by facility, month and indicator: each facility
 * reports every indicator every month.
 */
final class FacilityIndicatorRows {
  /** About how many rows a block has: whole months of facilities. */
  private static final int ROWS_OF_BLOCK = 500_000;

  private static final int OUTLIER_FACTOR = 40;
  private static final Binary WORDS = SharedText.of("ver oficio");
  private static final List<OutputColumn> COLUMNS =
      List.of(
          new OutputColumn("facility_id", OutputColumn.Type.CODE),
          new OutputColumn("period", OutputColumn.Type.CODE),
          new OutputColumn("indicator_id", OutputColumn.Type.CODE),
          new OutputColumn("target", OutputColumn.Type.LONG),
          new OutputColumn("achieved", OutputColumn.Type.LONG));

  private final Extent extent;
  private final GoalModel model;
  private final Plants plants;
  private final Binary[] periods;
  private final Binary[] indicators;
  private final long monthsOfBlock;

  FacilityIndicatorRows(Extent extent, GoalModel model, OutputFormat format) {
    this.extent = extent;
    this.model = model;
    this.periods =
        IntStream.range(0, extent.months())
            .mapToObj(month -> SharedText.of(period(month)))
            .toArray(Binary[]::new);
    this.indicators =
        IntStream.range(0, extent.indicators())
            .mapToObj(indicator -> SharedText.of(indicatorId(indicator)))
            .toArray(Binary[]::new);
    this.monthsOfBlock = Math.max(1, ROWS_OF_BLOCK / extent.indicators());
    this.plants =
        Plants.of(
            new Noise(extent.seed(), "facility-indicator-plants"),
            extent.cells(),
            extent.badRate(),
            kinds(format),
            this::eligible);
  }

  private static List<BadRow> kinds(OutputFormat format) {
    List<BadRow> kinds =
        new ArrayList<>(
            List.of(
                BadRow.UNKNOWN_FACILITY,
                BadRow.MISSING_KEY,
                BadRow.INVALID_PERIOD,
                BadRow.EQUAL_DUPLICATE,
                BadRow.CONTRADICTING_DUPLICATE,
                BadRow.MISSING_VALUE,
                BadRow.OUTLIER));
    if (format == OutputFormat.CSV) {
      kinds.add(BadRow.TEXT_IN_NUMBER);
    }
    return kinds;
  }

  static List<OutputColumn> columns() {
    return COLUMNS;
  }

  static String period(int month) {
    return "%d-%02d"
        .formatted(
            Extent.FIRST_YEAR + month / Extent.MONTHS_OF_YEAR, month % Extent.MONTHS_OF_YEAR + 1);
  }

  static String indicatorId(int indicator) {
    return "I%04d".formatted(indicator + 1);
  }

  Plants plants() {
    return plants;
  }

  long blocks() {
    return (facilityMonths() + monthsOfBlock - 1) / monthsOfBlock;
  }

  private long facilityMonths() {
    return (long) extent.facilities() * extent.months();
  }

  /**
   * The first row at or after a position of a facility that does not attain its goals that year,
   * and not of its anchor: whatever becomes of it, the facility misses its anchor all the same.
   */
  private long eligible(long from) {
    if (extent.indicators() == 1) {
      return -1;
    }
    long facilityMonth = from / extent.indicators();
    int indicator = (int) (from % extent.indicators());
    while (facilityMonth < facilityMonths()) {
      int facility = (int) (facilityMonth / extent.months());
      int month = (int) (facilityMonth % extent.months());
      int year = month / Extent.MONTHS_OF_YEAR;
      if (!model.attains(facility, year)) {
        int other = indicator == model.anchor(facility) ? indicator + 1 : indicator;
        return facilityMonth * extent.indicators() + other % extent.indicators();
      }
      // On to the facility's next year, or to the next facility.
      facilityMonth += extent.monthsOfYear(year) - (long) (month - year * Extent.MONTHS_OF_YEAR);
    }
    return -1;
  }

  /** Fills a block; gives the number of its rows. */
  long fill(long number, Block block) {
    long from = number * monthsOfBlock;
    long until = Math.min(facilityMonths(), from + monthsOfBlock);
    Writer writer = new Writer(block);
    List<Plant> planted = plants.within(from * extent.indicators(), until * extent.indicators());
    int next = 0;
    for (long facilityMonth = from; facilityMonth < until; facilityMonth++) {
      writer.turnTo(facilityMonth);
      long row = facilityMonth * extent.indicators();
      for (int indicator = 0; indicator < indicators.length; indicator++, row++) {
        if (next == planted.size() || planted.get(next).at() > row) {
          writer.regular(indicator);
        } else {
          int first = next;
          while (next < planted.size() && planted.get(next).at() == row) {
            next++;
          }
          writer.planted(row, planted.subList(first, next));
        }
      }
    }
    return writer.rows;
  }

  /** Writes rows of one block. */
  private final class Writer {
    private final Block block;
    private final FacilityYear reported = new FacilityYear(model);
    private final FacilityYear elsewhere = new FacilityYear(model);
    private int facility = -1;
    private int month;
    private Binary facilityId;
    private long rows;

    Writer(Block block) {
      this.block = block;
    }

    void turnTo(long facilityMonth) {
      int turned = (int) (facilityMonth / extent.months());
      if (turned != facility) {
        facility = turned;
        facilityId = SharedText.of(FacilityTree.facilityId(facility));
      }
      month = (int) (facilityMonth % extent.months());
      reported.of(facility, month / Extent.MONTHS_OF_YEAR);
    }

    void regular(int indicator) {
      block.text(0, facilityId);
      block.text(1, periods[month]);
      block.text(2, indicators[indicator]);
      block.number(3, reported.target(indicator));
      block.number(4, reported.achieved(indicator, month % Extent.MONTHS_OF_YEAR));
      block.endRow();
      rows++;
    }

    /** The regular row at a position, changed if so planned, and the further rows behind it. */
    void planted(long row, List<Plant> plants) {
      plants.stream()
          .filter(plant -> !plant.kind().isFurther())
          .findFirst()
          .ifPresentOrElse(this::row, () -> regular((int) (row % extent.indicators())));
      plants.stream().filter(plant -> plant.kind().isFurther()).forEach(this::row);
    }

    private void row(Plant plant) {
      long facilityMonth = plant.of() / extent.indicators();
      int indicator = (int) (plant.of() % extent.indicators());
      int ofFacility = (int) (facilityMonth / extent.months());
      int ofMonth = (int) (facilityMonth % extent.months());
      elsewhere.of(ofFacility, ofMonth / Extent.MONTHS_OF_YEAR);
      long achieved = elsewhere.achieved(indicator, ofMonth % Extent.MONTHS_OF_YEAR);
      BadRow kind = plant.kind();
      if (kind == BadRow.MISSING_KEY) {
        block.missing(0);
      } else {
        String id = FacilityTree.facilityId(ofFacility);
        block.text(0, SharedText.of(kind == BadRow.UNKNOWN_FACILITY ? "9" + id.substring(1) : id));
      }
      block.text(
          1,
          kind == BadRow.INVALID_PERIOD
              ? SharedText.of(period(ofMonth).substring(0, 4) + "-13")
              : periods[ofMonth]);
      block.text(2, indicators[indicator]);
      block.number(3, elsewhere.target(indicator));
      switch (kind) {
        case MISSING_VALUE -> block.missing(4);
        case TEXT_IN_NUMBER -> block.text(4, WORDS);
        case OUTLIER -> block.number(4, OUTLIER_FACTOR * (achieved + 1));
        case CONTRADICTING_DUPLICATE -> block.number(4, achieved + 1);
        default -> block.number(4, achieved);
      }
      block.endRow();
      rows++;
    }
  }
}
