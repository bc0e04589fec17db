package org.quipu.source;

import static org.quipu.source.ColumnType.DECIMAL;
import static org.quipu.source.ColumnType.FLAG;
import static org.quipu.source.ColumnType.INTEGER;
import static org.quipu.source.ColumnType.PERIOD;
import static org.quipu.source.ColumnType.TEXT;
import static org.quipu.source.ContractColumn.Need.COLUMN;
import static org.quipu.source.ContractColumn.Need.KEY;
import static org.quipu.source.ContractColumn.Need.OPTIONAL;
import static org.quipu.source.ContractColumn.Need.VALUE;

import java.util.List;

/**
 * What one input must hold: its canonical columns, keys first.
 *
 * @param name the source's name in configuration
 * @param columns the canonical columns; a file may have more, which are left alone
 */
public record SourceContract(String name, List<ContractColumn> columns) {

  public static final SourceContract FACILITY_REGISTRY =
      contract(
          "facility-registry",
          column("facility_id", TEXT, KEY),
          column("facility_name", TEXT, OPTIONAL),
          column("diresa_id", TEXT, VALUE),
          column("diresa_name", TEXT, OPTIONAL),
          column("network_id", TEXT, OPTIONAL),
          column("network_name", TEXT, OPTIONAL),
          column("micronetwork_id", TEXT, OPTIONAL),
          column("micronetwork_name", TEXT, OPTIONAL),
          column("category", TEXT, OPTIONAL),
          column("ubigeo", TEXT, OPTIONAL),
          column("institution", TEXT, OPTIONAL),
          column("status", TEXT, OPTIONAL),
          column("clas", FLAG, OPTIONAL),
          column("clas_id", TEXT, OPTIONAL),
          column("staff", INTEGER, OPTIONAL));

  public static final SourceContract FACILITY_CROSSWALK =
      contract(
          "facility-crosswalk",
          column("facility_id", TEXT, KEY),
          column("valid_from", PERIOD, OPTIONAL),
          column("valid_to", PERIOD, OPTIONAL),
          column("new_facility_id", TEXT, OPTIONAL),
          column("network_id", TEXT, OPTIONAL),
          column("micronetwork_id", TEXT, OPTIONAL),
          column("diresa_id", TEXT, OPTIONAL));

  public static final SourceContract NETWORK_CROSSWALK =
      contract(
          "network-crosswalk",
          column("network_id", TEXT, KEY),
          column("valid_from", PERIOD, OPTIONAL),
          column("valid_to", PERIOD, OPTIONAL),
          column("new_network_id", TEXT, VALUE));

  public static final SourceContract FACILITY_INDICATOR =
      contract(
          "facility-indicator",
          column("facility_id", TEXT, KEY),
          column("period", PERIOD, KEY),
          column("indicator_id", TEXT, KEY),
          column("target", DECIMAL, COLUMN),
          column("achieved", DECIMAL, COLUMN),
          column("reported_on", TEXT, OPTIONAL));

  public static final SourceContract INDICATOR_CATALOG =
      contract(
          "indicator-catalog",
          column("indicator_id", TEXT, KEY),
          column("kind", TEXT, OPTIONAL),
          column("better", TEXT, OPTIONAL),
          column("name_es", TEXT, OPTIONAL),
          column("name_en", TEXT, OPTIONAL));

  public static final SourceContract MANAGEMENT_SURVEY =
      contract(
          "management-survey",
          column("diresa_id", TEXT, KEY),
          column("question_id", TEXT, KEY),
          column("option_id", TEXT, KEY),
          column("marked", FLAG, COLUMN));

  public static final SourceContract GOAL_ATTAINMENT =
      contract(
          "goal-attainment",
          column("diresa_id", TEXT, KEY),
          column("period", PERIOD, KEY),
          column("facilities", INTEGER, VALUE),
          column("facilities_with_deficiencies", INTEGER, VALUE));

  public static final SourceContract PRACTICE_CODEBOOK =
      contract(
          "practice-codebook",
          column("question_id", TEXT, KEY),
          column("option_id", TEXT, KEY),
          column("function", TEXT, VALUE),
          column("classification", TEXT, VALUE),
          column("text_es", TEXT, OPTIONAL),
          column("text_en", TEXT, OPTIONAL),
          column("expert_id", TEXT, OPTIONAL));

  public static final SourceContract STAFF_SURVEY =
      contract(
          "staff-survey",
          column("respondent_id", TEXT, KEY),
          column("facility_id", TEXT, OPTIONAL),
          column("wave", TEXT, OPTIONAL),
          column("role", TEXT, OPTIONAL),
          column("experience_years", DECIMAL, OPTIONAL),
          column("duration_seconds", DECIMAL, OPTIONAL));

  public static final SourceContract INSTRUMENT =
      contract(
          "instrument",
          column("item_id", TEXT, KEY),
          column("dimension_id", TEXT, VALUE),
          column("min", DECIMAL, VALUE),
          column("max", DECIMAL, VALUE),
          column("reversed", FLAG, OPTIONAL),
          column("text_es", TEXT, OPTIONAL),
          column("text_en", TEXT, OPTIONAL));

  public static final SourceContract CONTEXT_INDICATOR =
      contract(
          "context-indicator",
          column("diresa_id", TEXT, KEY),
          column("period", PERIOD, KEY),
          column("indicator_id", TEXT, KEY),
          column("value", DECIMAL, COLUMN));

  public static final SourceContract PUBLISHED_FIGURES =
      contract(
          "published-figures",
          column("figure_id", TEXT, KEY),
          column("source", TEXT, KEY),
          column("quantity", TEXT, KEY),
          column("table", TEXT, VALUE),
          column("where", TEXT, COLUMN),
          column("column", TEXT, VALUE),
          column("published", TEXT, VALUE),
          column("precision", INTEGER, COLUMN),
          column("note", TEXT, OPTIONAL));

  /** Every input there is, in the order in which a run reads them. */
  public static final List<SourceContract> ALL =
      List.of(
          FACILITY_REGISTRY,
          FACILITY_CROSSWALK,
          NETWORK_CROSSWALK,
          INDICATOR_CATALOG,
          PRACTICE_CODEBOOK,
          INSTRUMENT,
          FACILITY_INDICATOR,
          STAFF_SURVEY,
          MANAGEMENT_SURVEY,
          GOAL_ATTAINMENT,
          CONTEXT_INDICATOR,
          PUBLISHED_FIGURES);

  /** The canonical columns that name a row. */
  public List<String> keys() {
    return columns.stream()
        .filter(column -> column.need() == KEY)
        .map(ContractColumn::name)
        .toList();
  }

  private static SourceContract contract(String name, ContractColumn... columns) {
    return new SourceContract(name, List.of(columns));
  }

  private static ContractColumn column(String name, ColumnType type, ContractColumn.Need need) {
    return new ContractColumn(name, type, need);
  }
}
