package org.quipu.sample;

import java.util.List;

/** {@code indicator-catalog.csv}: the kinds of goals that the first paper names, and dropouts. */
final class IndicatorCatalog {
  static final String CHILD_IMMUNIZATION = "child_immunization";
  static final String WELL_CHILD_VISITS = "well_child_visits";
  static final String PRENATAL_CARE = "prenatal_care";
  static final String MEDICAL_CONSULTATIONS = "medical_consultations";
  static final String DENTAL_CONSULTATIONS = "dental_consultations";
  static final String EMERGENCY_VISITS = "emergency_visits";

  /** The one indicator where lower is better; not every facility reports it. */
  static final String VACCINATION_DROPOUTS = "vaccination_dropouts";

  /** Indicators where higher is better. */
  static final List<String> HIGHER =
      List.of(
          CHILD_IMMUNIZATION,
          WELL_CHILD_VISITS,
          PRENATAL_CARE,
          MEDICAL_CONSULTATIONS,
          DENTAL_CONSULTATIONS,
          EMERGENCY_VISITS);

  private IndicatorCatalog() {}

  static CsvFile file() {
    CsvFile file =
        CsvFile.withHeader(
            "indicator-catalog.csv", "indicator_id", "kind", "better", "name_es", "name_en");
    file.add(
        CHILD_IMMUNIZATION,
        "coverage",
        "higher",
        "Niños con vacunas completas",
        "Children fully immunized");
    file.add(
        WELL_CHILD_VISITS,
        "coverage",
        "higher",
        "Controles de crecimiento y desarrollo",
        "Well-child visits");
    file.add(
        PRENATAL_CARE, "coverage", "higher", "Gestantes controladas", "Women in prenatal care");
    file.add(
        MEDICAL_CONSULTATIONS,
        "utilization",
        "higher",
        "Consultas médicas",
        "Medical consultations");
    file.add(
        DENTAL_CONSULTATIONS,
        "utilization",
        "higher",
        "Consultas odontológicas",
        "Dental consultations");
    file.add(
        EMERGENCY_VISITS, "utilization", "higher", "Atenciones de emergencia", "Emergency visits");
    file.add(
        VACCINATION_DROPOUTS,
        "coverage",
        "lower",
        "Niños que abandonan la vacunación",
        "Children who drop out of immunization");
    file.add("home_visits", "outreach", "higher", "Visitas domiciliarias", "Home visits");
    return file;
  }
}
