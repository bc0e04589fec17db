package org.quipu.synthetic;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What is known of synthetic inputs, as JSON: sizes, rows, planted effects and their outcome. */
record Truth(
    Extent extent,
    FacilityTree tree,
    GoalModel goals,
    StaffModel staff,
    Plants indicatorPlants,
    Plants staffPlants,
    StaffTally tally) {
  private static final double PERCENT = 100;

  void write(Path file) throws IOException {
    DefaultPrettyPrinter printer =
        new DefaultPrettyPrinter().withObjectIndenter(new DefaultIndenter("  ", "\n"));
    try (Writer out = Files.newBufferedWriter(file, StandardCharsets.UTF_8);
        JsonGenerator json = new ObjectMapper().createGenerator(out)) {
      json.setPrettyPrinter(printer);
      json.writePOJO(everything());
      json.writeRaw('\n');
    }
  }

  private Map<String, Object> everything() {
    Map<String, Object> truth = new LinkedHashMap<>();
    truth.put("extent", size());
    truth.put("facility_indicator", books(extent.cells(), indicatorPlants));
    truth.put("goal_effects", goalEffects());
    truth.put("facilities_meeting_all_goals", meeting());
    if (extent.respondents() > 0) {
      truth.put("staff_survey", books(extent.respondents(), staffPlants));
      truth.put("staff_effects", staffEffects());
      truth.put("eligibility", eligibility());
      truth.put("clean_items", items());
    }
    return truth;
  }

  private Map<String, Object> size() {
    Map<String, Object> size = new LinkedHashMap<>();
    size.put("seed", extent.seed());
    size.put("facilities", extent.facilities());
    size.put("diresas", tree.diresas());
    size.put("networks", tree.networks());
    size.put("micronetworks", tree.micronetworks());
    size.put("months", extent.months());
    size.put("indicators", extent.indicators());
    size.put("respondents", extent.respondents());
    size.put("items", extent.items());
    size.put("bad_rate", extent.badRate());
    return size;
  }

  /** What a run's books must say: read = accepted + quarantined + duplicates. */
  private static Map<String, Object> books(long regular, Plants plants) {
    Map<String, Object> books = new LinkedHashMap<>();
    long read = regular + plants.further();
    books.put("rows", read);
    books.put("accepted", read - plants.quarantined() - plants.duplicates());
    books.put("quarantined", plants.quarantined());
    books.put("duplicates", plants.duplicates());
    books.put("planted", plants.counts());
    return books;
  }

  private Map<String, Object> goalEffects() {
    Map<String, Object> effects = new LinkedHashMap<>();
    effects.put("clas", GoalModel.CLAS_EFFECT);
    effects.put("network_quality_sd", GoalModel.QUALITY_EFFECT);
    effects.put("year", GoalModel.YEAR_EFFECT);
    Map<String, Object> diresas = new LinkedHashMap<>();
    for (int diresa = 0; diresa < tree.diresas(); diresa++) {
      diresas.put(FacilityTree.diresaId(diresa), goals.base(diresa));
    }
    effects.put("diresa", diresas);
    return effects;
  }

  /** One entry a year and DIRESA, and one a year for the nation. */
  private List<Map<String, Object>> meeting() {
    List<Map<String, Object>> entries = new ArrayList<>();
    for (int year = 0; year < extent.years(); year++) {
      Share[] shares = new Share[tree.diresas()];
      Share[] clasShares = new Share[tree.diresas()];
      Arrays.setAll(shares, diresa -> new Share());
      Arrays.setAll(clasShares, diresa -> new Share());
      Share nation = new Share();
      Share clasNation = new Share();
      for (int facility = 0; facility < extent.facilities(); facility++) {
        boolean attains = goals.attains(facility, year);
        shares[tree.diresa(facility)].add(attains);
        nation.add(attains);
        if (tree.clas(facility)) {
          clasShares[tree.diresa(facility)].add(attains);
          clasNation.add(attains);
        }
      }
      int calendarYear = Extent.FIRST_YEAR + year;
      entries.add(nation.entry(calendarYear, "national", null, "all"));
      entries.add(clasNation.entry(calendarYear, "national", null, "clas"));
      for (int diresa = 0; diresa < tree.diresas(); diresa++) {
        String id = FacilityTree.diresaId(diresa);
        entries.add(shares[diresa].entry(calendarYear, "diresa", id, "all"));
        entries.add(clasShares[diresa].entry(calendarYear, "diresa", id, "clas"));
      }
    }
    return entries;
  }

  private static final class Share {
    private long facilities;
    private long meeting;

    void add(boolean attains) {
      facilities++;
      meeting += attains ? 1 : 0;
    }

    Map<String, Object> entry(int year, String level, String unit, String population) {
      Map<String, Object> entry = new LinkedHashMap<>();
      entry.put("period", Integer.toString(year));
      entry.put("level", level);
      entry.put("unit_id", unit);
      entry.put("population", population);
      entry.put("facilities", facilities);
      entry.put("meeting", meeting);
      entry.put("percent", facilities == 0 ? null : PERCENT * meeting / facilities);
      return entry;
    }
  }

  private Map<String, Object> staffEffects() {
    Map<String, Object> effects = new LinkedHashMap<>();
    Map<String, Object> dimensions = new LinkedHashMap<>();
    for (StaffModel.Dimension dimension : StaffModel.Dimension.values()) {
      dimensions.put(dimension.id(), dimension.effect());
    }
    effects.put("dimension", dimensions);
    effects.put("network_quality_sd", StaffModel.QUALITY_EFFECT);
    effects.put("network_dimension_sd", StaffModel.NETWORK_SD);
    effects.put("facility_sd", StaffModel.FACILITY_SD);
    effects.put("respondent_sd", StaffModel.RESPONDENT_SD);
    effects.put("respondent_dimension_sd", StaffModel.RESPONDENT_DIMENSION_SD);
    effects.put("item_sd", StaffModel.ITEM_SD);
    effects.put("answer_sd", StaffModel.ANSWER_SD);
    effects.put("missing_share", StaffModel.MISSING);
    return effects;
  }

  private Map<String, Object> eligibility() {
    Map<String, Object> counts = new LinkedHashMap<>();
    counts.put("respondents", tally.respondents());
    counts.put("too_little_experience", tally.inexperienced());
    counts.put("role_not_eligible", tally.otherRole());
    counts.put("eligible", tally.respondents() - tally.inexperienced() - tally.otherRole());
    counts.put("answers_out_of_scale", tally.outOfScale());
    counts.put("answered_too_little", tally.leftOut());
    return counts;
  }

  private List<Map<String, Object>> items() {
    List<Map<String, Object>> items = new ArrayList<>();
    for (int item = 0; item < extent.items(); item++) {
      Map<String, Object> entry = new LinkedHashMap<>();
      entry.put("item_id", StaffModel.itemId(item));
      entry.put("dimension_id", staff.dimension(item).id());
      entry.put("n", tally.answered(item));
      entry.put("sum", tally.sum(item));
      entry.put(
          "mean",
          tally.answered(item) == 0 ? null : (double) tally.sum(item) / tally.answered(item));
      items.add(entry);
    }
    return items;
  }
}
