package org.quipu.synthetic;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.parquet.io.api.Binary;

/** The rows of {@code staff-survey}, in no order of facilities. */
final class StaffSurveyRows {
  private static final int ROWS_OF_BLOCK = 50_000;
  private static final int FIRST_ITEM = 5;
  private static final Binary WORDS = SharedText.of("cinco");
  private static final Binary WAVE = SharedText.of("2024");
  private static final int[] OUT_OF_SCALE = {9, 33, 44, 99, 1_500};

  private final Extent extent;
  private final StaffModel model;
  private final Plants plants;
  private final Noise spoils;
  private final Binary[] facilityIds;
  private final Binary[] roles;

  StaffSurveyRows(Extent extent, StaffModel model, OutputFormat format) {
    this.extent = extent;
    this.model = model;
    this.spoils = new Noise(extent.seed(), "staff-survey-spoils");
    this.facilityIds =
        IntStream.range(0, extent.facilities())
            .mapToObj(facility -> SharedText.of(FacilityTree.facilityId(facility)))
            .toArray(Binary[]::new);
    this.roles =
        Stream.of(StaffModel.Role.values())
            .map(role -> SharedText.of(role.id()))
            .toArray(Binary[]::new);
    this.plants =
        Plants.of(
            new Noise(extent.seed(), "staff-survey-plants"),
            extent.respondents(),
            extent.badRate(),
            kinds(format),
            row -> row);
  }

  private static List<BadRow> kinds(OutputFormat format) {
    List<BadRow> kinds =
        new ArrayList<>(
            List.of(
                BadRow.UNKNOWN_FACILITY,
                BadRow.MISSING_KEY,
                BadRow.EQUAL_DUPLICATE,
                BadRow.CONTRADICTING_DUPLICATE,
                BadRow.OUT_OF_SCALE));
    if (format == OutputFormat.CSV) {
      kinds.add(BadRow.TEXT_IN_NUMBER);
    }
    return kinds;
  }

  static List<OutputColumn> columns(int items) {
    List<OutputColumn> columns =
        new ArrayList<>(
            List.of(
                new OutputColumn("respondent_id", OutputColumn.Type.KEY),
                new OutputColumn("facility_id", OutputColumn.Type.CODE),
                new OutputColumn("wave", OutputColumn.Type.CODE),
                new OutputColumn("role", OutputColumn.Type.CODE),
                new OutputColumn("experience_years", OutputColumn.Type.INT)));
    for (int item = 0; item < items; item++) {
      columns.add(new OutputColumn(StaffModel.itemId(item), OutputColumn.Type.INT));
    }
    return List.copyOf(columns);
  }

  Plants plants() {
    return plants;
  }

  long blocks() {
    return (extent.respondents() + ROWS_OF_BLOCK - 1) / ROWS_OF_BLOCK;
  }

  /** Fills a block; gives what is known of its regular rows. */
  StaffTally fill(long number, Block block) {
    long from = number * ROWS_OF_BLOCK;
    long until = Math.min(extent.respondents(), from + ROWS_OF_BLOCK);
    StaffTally tally = new StaffTally(extent.items());
    Writer writer = new Writer(block);
    List<Plant> planted = plants.within(from, until);
    List<Long> contradicted = plants.contradicted(from, until);
    int next = 0;
    int nextContradicted = 0;
    for (long row = from; row < until; row++) {
      int first = next;
      while (next < planted.size() && planted.get(next).at() == row) {
        next++;
      }
      List<Plant> here = planted.subList(first, next);
      int spoiled =
          here.stream().anyMatch(plant -> plant.kind() == BadRow.OUT_OF_SCALE)
              ? Noise.below(spoils.at(row), extent.items())
              : -1;
      writer.regular(row, spoiled);
      if (nextContradicted < contradicted.size() && contradicted.get(nextContradicted) == row) {
        nextContradicted++;
      } else {
        tally.add(writer.person, spoiled);
      }
      here.stream().filter(plant -> plant.kind().isFurther()).forEach(writer::further);
    }
    return tally;
  }

  /** Writes rows of one block. */
  private final class Writer {
    private final Block block;
    private final StaffModel.Person person = model.new Person();
    private final StaffModel.Person other = model.new Person();

    Writer(Block block) {
      this.block = block;
    }

    /**
     * @param spoiled the item that gets an answer outside the scale; −1: none
     */
    void regular(long respondent, int spoiled) {
      person.of(respondent);
      block.text(0, respondentId(respondent));
      block.text(1, facilityIds[person.facility()]);
      describe(person);
      for (int item = 0; item < extent.items(); item++) {
        if (item == spoiled) {
          block.number(FIRST_ITEM + item, outOfScale(respondent));
        } else {
          answer(item, person.answer(item));
        }
      }
      block.endRow();
    }

    private void describe(StaffModel.Person who) {
      block.text(2, WAVE);
      block.text(3, roles[who.role().ordinal()]);
      block.number(4, who.years());
    }

    private void answer(int item, int answer) {
      if (answer == StaffModel.Person.NONE) {
        block.missing(FIRST_ITEM + item);
      } else {
        block.number(FIRST_ITEM + item, answer);
      }
    }

    /** A row that repeats a respondent, with what is planted. */
    void further(Plant plant) {
      other.of(plant.of());
      BadRow kind = plant.kind();
      if (kind == BadRow.MISSING_KEY) {
        block.missing(0);
      } else {
        block.text(0, respondentId(plant.of()));
      }
      String facility = FacilityTree.facilityId(other.facility());
      block.text(
          1,
          kind == BadRow.UNKNOWN_FACILITY
              ? SharedText.of("9" + facility.substring(1))
              : facilityIds[other.facility()]);
      describe(other);
      for (int item = 0; item < extent.items(); item++) {
        if (item == 0 && kind == BadRow.TEXT_IN_NUMBER) {
          block.text(FIRST_ITEM, WORDS);
        } else if (item == 0 && kind == BadRow.CONTRADICTING_DUPLICATE) {
          answer(0, other.answer(0) == StaffModel.MOST ? StaffModel.LEAST : other.answer(0) + 1);
        } else {
          answer(item, other.answer(item));
        }
      }
      block.endRow();
    }

    private int outOfScale(long respondent) {
      long hash = Noise.mix(spoils.at(respondent));
      return OUT_OF_SCALE[Noise.below(hash, OUT_OF_SCALE.length)];
    }
  }

  /** R and nine digits; made by hand, as millions of them are. */
  private static Binary respondentId(long respondent) {
    byte[] id = new byte[10];
    id[0] = 'R';
    long rest = respondent + 1;
    for (int at = 9; at > 0; at--) {
      id[at] = (byte) ('0' + rest % 10);
      rest /= 10;
    }
    return Binary.fromConstantByteArray(id);
  }
}
