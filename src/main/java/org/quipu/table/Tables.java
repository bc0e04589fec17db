package org.quipu.table;

import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;
import org.quipu.table.row.AgreementRow;
import org.quipu.table.row.CheckRow;
import org.quipu.table.row.ClasCoverageRow;
import org.quipu.table.row.CleaningEffectRow;
import org.quipu.table.row.ClusteringRow;
import org.quipu.table.row.CompletenessRow;
import org.quipu.table.row.ComponentRow;
import org.quipu.table.row.ConclusionRow;
import org.quipu.table.row.CorrelationRow;
import org.quipu.table.row.DescriptiveRow;
import org.quipu.table.row.EffectSizeRow;
import org.quipu.table.row.ExclusionRow;
import org.quipu.table.row.FacilityPerformanceRow;
import org.quipu.table.row.FigureCheckRow;
import org.quipu.table.row.FittedLineRow;
import org.quipu.table.row.FrequencyRow;
import org.quipu.table.row.GroupAssignmentRow;
import org.quipu.table.row.GroupSummaryRow;
import org.quipu.table.row.HistogramRow;
import org.quipu.table.row.HypothesisTestRow;
import org.quipu.table.row.IndicatorSummaryRow;
import org.quipu.table.row.InputRow;
import org.quipu.table.row.ItemAnalysisRow;
import org.quipu.table.row.LeaveOneOutRow;
import org.quipu.table.row.LinkageUnitRow;
import org.quipu.table.row.ModelCoefficientRow;
import org.quipu.table.row.OutlierRow;
import org.quipu.table.row.PanelAgreementRow;
import org.quipu.table.row.PosthocRow;
import org.quipu.table.row.PracticeClusterChoiceRow;
import org.quipu.table.row.PracticeClusterRow;
import org.quipu.table.row.PracticeComparisonRow;
import org.quipu.table.row.PracticeScoreRow;
import org.quipu.table.row.PracticeUseRow;
import org.quipu.table.row.QuarantineRow;
import org.quipu.table.row.ReliabilityRow;
import org.quipu.table.row.RemovalRow;
import org.quipu.table.row.ResponseRow;
import org.quipu.table.row.RunRow;
import org.quipu.table.row.SampleRow;
import org.quipu.table.row.SurveySizeRow;
import org.quipu.table.row.UnitPerformanceRow;

/** Every result table, in the order in which they are listed to users. */
public final class Tables {

  private static final String EVERY_JOB = "every job";
  private static final String PERFORMANCE = "facility-performance";
  private static final String PRACTICES = "management-practices";
  private static final String GOVERNANCE = "staff-governance";
  private static final String LINKAGE = "linkage";

  public static final List<ResultTable> ALL =
      List.of(
          table(
              "run",
              RunRow.class,
              EVERY_JOB,
              "What ran, when, and how it ended",
              "Qué se ejecutó, cuándo y cómo terminó"),
          table(
              "input",
              InputRow.class,
              EVERY_JOB,
              "Each input file: fingerprint and rows read, accepted, quarantined, duplicate",
              "Cada archivo de entrada: huella y filas leídas, aceptadas, en cuarentena y duplicadas"),
          table(
              "quarantine",
              QuarantineRow.class,
              EVERY_JOB,
              "Rows that no study uses, each with the rule that it breaks",
              "Filas que ningún estudio usa, cada una con la regla que incumple"),
          table(
              "check",
              CheckRow.class,
              EVERY_JOB,
              "Quality checks of the inputs",
              "Controles de calidad de las entradas"),
          table(
              "facility_performance",
              FacilityPerformanceRow.class,
              PERFORMANCE,
              "Each facility and period: indicators met and whether goals are met",
              "Cada establecimiento y periodo: indicadores cumplidos y si cumple sus metas"),
          table(
              "unit_performance",
              UnitPerformanceRow.class,
              PERFORMANCE,
              "Share of facilities that meet their goals, from the nation down to the micro-network",
              "Proporción de establecimientos que cumplen sus metas, de la nación a la microrred"),
          table(
              "indicator_summary",
              IndicatorSummaryRow.class,
              PERFORMANCE,
              "Attainment of each indicator in each unit",
              "Logro de cada indicador en cada unidad"),
          table(
              "practice_use",
              PracticeUseRow.class,
              PRACTICES,
              "Which management practices each DIRESA uses",
              "Qué prácticas de gestión usa cada DIRESA"),
          table(
              "practice_score",
              PracticeScoreRow.class,
              PRACTICES,
              "Good practices used by each DIRESA, in percent of those possible",
              "Buenas prácticas que usa cada DIRESA, en porcentaje de las posibles"),
          table(
              "practice_comparison",
              PracticeComparisonRow.class,
              PRACTICES,
              "Each practice compared between higher and lower performing DIRESAs",
              "Cada práctica comparada entre DIRESAs de mayor y de menor desempeño"),
          table(
              "group_assignment",
              GroupAssignmentRow.class,
              PRACTICES,
              "The performance group of each DIRESA",
              "El grupo de desempeño de cada DIRESA"),
          table(
              "group_summary",
              GroupSummaryRow.class,
              PRACTICES,
              "Each performance group: facilities, mean performance, range",
              "Cada grupo de desempeño: establecimientos, desempeño medio, rango"),
          table(
              "descriptive",
              DescriptiveRow.class,
              GOVERNANCE,
              "Items and dimensions described in each unit, before and after cleaning",
              "Ítems y dimensiones descritos en cada unidad, antes y después de la limpieza"),
          table(
              "frequency",
              FrequencyRow.class,
              GOVERNANCE,
              "How often each value was answered",
              "Con qué frecuencia se respondió cada valor"),
          table(
              "histogram",
              HistogramRow.class,
              GOVERNANCE,
              "Bins of the dimension scores",
              "Intervalos de los puntajes de las dimensiones"),
          table(
              "correlation",
              CorrelationRow.class,
              PRACTICES + ", " + LINKAGE,
              "Correlations across units, with intervals and leave-one-out range",
              "Correlaciones entre unidades, con intervalos y rango al omitir una"),
          table(
              "hypothesis_test",
              HypothesisTestRow.class,
              PRACTICES + ", " + GOVERNANCE,
              "Hypothesis tests with effect sizes",
              "Pruebas de hipótesis con tamaños del efecto"),
          table(
              "effect_size",
              EffectSizeRow.class,
              PRACTICES + ", " + GOVERNANCE,
              "Effect sizes with their intervals: of tests, and of pairs of groups",
              "Tamaños del efecto con sus intervalos: de pruebas y de pares de grupos"),
          table(
              "conclusion",
              ConclusionRow.class,
              PRACTICES + ", " + GOVERNANCE + ", " + LINKAGE,
              "Would a headline's conclusion change: another method, unit left out, verdict flipped",
              "¿Cambiaría la conclusión principal con otro método, sin una unidad, con otro veredicto?"),
          table(
              "posthoc",
              PosthocRow.class,
              GOVERNANCE,
              "Pairs of groups compared after a test over several",
              "Pares de grupos comparados tras una prueba entre varios"),
          table(
              "reliability",
              ReliabilityRow.class,
              GOVERNANCE,
              "Internal consistency of each scale",
              "Consistencia interna de cada escala"),
          table(
              "item_analysis",
              ItemAnalysisRow.class,
              GOVERNANCE,
              "Each item within its scale",
              "Cada ítem dentro de su escala"),
          table(
              "figure_check",
              FigureCheckRow.class,
              EVERY_JOB,
              "Published figures held against computed ones",
              "Cifras publicadas contrastadas con las calculadas"),
          table(
              "removal",
              RemovalRow.class,
              GOVERNANCE,
              "Answers and scores that cleaning removed, each with its rule",
              "Respuestas y puntajes que la limpieza retiró, cada uno con su regla"),
          table(
              "outlier",
              OutlierRow.class,
              GOVERNANCE,
              "Values that each outlier rule singles out",
              "Valores que señala cada regla de valores atípicos"),
          table(
              "cleaning_effect",
              CleaningEffectRow.class,
              GOVERNANCE,
              "Each variable before and after cleaning, and the conclusions that change",
              "Cada variable antes y después de la limpieza, y las conclusiones que cambian"),
          table(
              "clustering",
              ClusteringRow.class,
              GOVERNANCE,
              "How alike the respondents of one facility answer: ICC and design effect",
              "Cuánto se parecen las respuestas de un mismo establecimiento: ICC y efecto de diseño"),
          table(
              "agreement",
              AgreementRow.class,
              GOVERNANCE,
              "Whether staff agree enough to be averaged: r_wg(j), ICC(1), ICC(2)",
              "Si el personal concuerda lo bastante para promediarlo: r_wg(j), ICC(1), ICC(2)"),
          table(
              "sample",
              SampleRow.class,
              GOVERNANCE,
              "Sample size and margin of error",
              "Tamaño de la muestra y margen de error"),
          table(
              "exclusion",
              ExclusionRow.class,
              GOVERNANCE,
              "Respondents left out by each inclusion rule",
              "Encuestados excluidos por cada criterio de inclusión"),
          table(
              "completeness",
              CompletenessRow.class,
              PERFORMANCE,
              "Each facility and period: the share of indicators that it reported",
              "Cada establecimiento y periodo: la proporción de indicadores que reportó"),
          table(
              "clas_coverage",
              ClasCoverageRow.class,
              PERFORMANCE,
              "Share of facilities under CLAS in each unit",
              "Proporción de establecimientos bajo CLAS en cada unidad"),
          table(
              "response",
              ResponseRow.class,
              PRACTICES,
              "DIRESAs that answered, and the CLAS facilities they speak for",
              "DIRESAs que respondieron y establecimientos CLAS sobre los que informan"),
          table(
              "survey_size",
              SurveySizeRow.class,
              PRACTICES,
              "Questions and options of the management survey",
              "Preguntas y opciones de la encuesta de gestión"),
          table(
              "panel_agreement",
              PanelAgreementRow.class,
              PRACTICES,
              "Agreement of the expert panel",
              "Acuerdo del panel de expertos"),
          table(
              "model_coefficient",
              ModelCoefficientRow.class,
              PRACTICES,
              "Goal attainment of facilities on their DIRESA's practices, adjusted for confounders",
              "Cumplimiento de metas según las prácticas de la DIRESA, ajustado por factores de confusión"),
          table(
              "practice_cluster",
              PracticeClusterRow.class,
              PRACTICES,
              "DIRESAs with similar practices",
              "DIRESA con prácticas similares"),
          table(
              "practice_cluster_choice",
              PracticeClusterChoiceRow.class,
              PRACTICES,
              "Each number of clusters that was tried, and which was chosen",
              "Cada número de conglomerados ensayado, y cuál fue elegido"),
          table(
              "component",
              ComponentRow.class,
              GOVERNANCE,
              "Principal components of the instrument's items",
              "Componentes principales de los ítems del instrumento"),
          table(
              "fitted_line",
              FittedLineRow.class,
              PRACTICES,
              "Lines through practice scores and performance",
              "Rectas por los puntajes de prácticas y el desempeño"),
          table(
              "leave_one_out",
              LeaveOneOutRow.class,
              PRACTICES + ", " + LINKAGE,
              "Each correlation computed again without one unit",
              "Cada correlación calculada de nuevo sin una unidad"),
          table(
              "linkage_unit",
              LinkageUnitRow.class,
              LINKAGE,
              "What the staff of each unit perceive, beside the performance of its facilities",
              "Lo que percibe el personal de cada unidad, junto al desempeño de sus establecimientos"));

  private Tables() {}

  /** The table of that name, if there is one. */
  public static Optional<ResultTable> named(String name) {
    return ALL.stream().filter(table -> table.name().equals(name)).findFirst();
  }

  /**
   * The table whose rows are of that class.
   *
   * @throws NoSuchElementException when no table has such rows
   */
  public static ResultTable of(Class<? extends Record> row) {
    return ALL.stream()
        .filter(table -> table.row().equals(row))
        .findFirst()
        .orElseThrow(
            () -> new NoSuchElementException("no result table has rows of " + row.getName()));
  }

  private static ResultTable table(
      String name, Class<? extends Record> row, String study, String en, String es) {
    return new ResultTable(name, row, study, new Text(en, es));
  }
}
