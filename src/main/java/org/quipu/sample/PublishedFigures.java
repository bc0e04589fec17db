package org.quipu.sample;

/**
 * {@code published-figures.csv}: every number that the two papers print and a run can be held
 * against, and where the run's own number stands. This file is no reconstruction.
 */
final class PublishedFigures {
  private static final String MANAGEMENT = "altobelli-2024";
  private static final String STAFF = "perales-2024";

  /** Figure, quantity, table, filter, column, published, decimals, note. */
  private static final String MANAGEMENT_FIGURES =
      """
      A01|DIRESAs surveyed|response|study = 'management-practices'|surveyed|23|0|
      A01|DIRESAs responding|response|study = 'management-practices'|responding|12|0|
      A02|CLAS facilities reported on|response|study = 'management-practices'|clas_facilities_reported|1381|0|
      A02|CLAS facilities in the country|response|study = 'management-practices'|clas_facilities_total|2155|0|
      A02|percent of CLAS facilities reported on|response|study = 'management-practices'|percent|64|0|
      A03|percent of facilities meeting goals|group_summary|group = '0' and variable = 'performance'|mean_weighted|65.4|1|weighted by facilities; the mean of the two group figures would be 64.35
      A04|questions|survey_size||questions|17|0|
      A04|options|survey_size||options|52|0|
      A04|good practices|survey_size||good|32|0|
      A04|less effective practices|survey_size||less_effective|20|0|
      A05|mean percent of good practices used|group_summary|group = '0' and variable = 'practice_score'|mean_unweighted|32|0|
      A06|Pearson r|correlation|study = 'management-practices' and level = 'diresa' and x = 'practice_score' and y = 'performance' and method = 'pearson'|estimate|0.7266|4|
      A06|degrees of freedom|correlation|study = 'management-practices' and level = 'diresa' and x = 'practice_score' and y = 'performance' and method = 'pearson'|df|12|0|12 is the number of pairs; Pearson's r of 12 pairs has 10 degrees of freedom
      A06|P|correlation|study = 'management-practices' and level = 'diresa' and x = 'practice_score' and y = 'performance' and method = 'pearson'|p_value|<0.01||holds with 10 as with 12 degrees of freedom
      A07|facilities of group 1|group_summary|group = '1' and variable = 'performance'|facilities|718|0|
      A07|percent meeting goals in group 1|group_summary|group = '1' and variable = 'performance'|mean_weighted|91.1|1|
      A07|lowest DIRESA of group 1|group_summary|group = '1' and variable = 'performance'|min|89|0|
      A07|highest DIRESA of group 1|group_summary|group = '1' and variable = 'performance'|max|100|0|
      A08|facilities of group 2|group_summary|group = '2' and variable = 'performance'|facilities|663|0|
      A08|percent meeting goals in group 2|group_summary|group = '2' and variable = 'performance'|mean_weighted|37.6|1|
      A08|lowest DIRESA of group 2|group_summary|group = '2' and variable = 'performance'|min|20|0|
      A08|highest DIRESA of group 2|group_summary|group = '2' and variable = 'performance'|max|74|0|
      A09|P of the difference in goals met|hypothesis_test|study = 'management-practices' and variable = 'performance' and grouping = 'group' and method = 'chi_square'|p_value|<0.01||the paper does not say whether it corrected for continuity
      A09|P of the difference in goals met, continuity-corrected|hypothesis_test|study = 'management-practices' and variable = 'performance' and grouping = 'group' and method = 'chi_square_yates'|p_value|<0.01||the paper does not say whether it corrected for continuity
      A10|mean percent of good practices used in group 1|group_summary|group = '1' and variable = 'practice_score'|mean_unweighted|40.6|1|
      A10|mean percent of good practices used in group 2|group_summary|group = '2' and variable = 'practice_score'|mean_unweighted|24.0|1|
      A10|P of the difference in practices used|hypothesis_test|study = 'management-practices' and variable = 'practice_use' and grouping = 'group' and method = 'chi_square'|p_value|<0.05||printed as significantly different
      A10|P of the difference in practices used, continuity-corrected|hypothesis_test|study = 'management-practices' and variable = 'practice_use' and grouping = 'group' and method = 'chi_square_yates'|p_value|<0.05||printed as significantly different
      A11|infant mortality before 1996, group 1|group_summary|group = '1' and variable = 'infant_mortality_1995'|mean_unweighted|51|0|
      A11|infant mortality 2007-2008, group 1|group_summary|group = '1' and variable = 'infant_mortality_2007'|mean_unweighted|27|0|
      A11|infant mortality 2014, group 1|group_summary|group = '1' and variable = 'infant_mortality_2014'|mean_unweighted|21|0|
      A11|infant mortality before 1996, group 2|group_summary|group = '2' and variable = 'infant_mortality_1995'|mean_unweighted|54|0|
      A11|infant mortality 2007-2008, group 2|group_summary|group = '2' and variable = 'infant_mortality_2007'|mean_unweighted|24|0|
      A11|infant mortality 2014, group 2|group_summary|group = '2' and variable = 'infant_mortality_2014'|mean_unweighted|17|0|
      A12|DIRESAs with monthly financial reports|practice_comparison|question_id = 'Q07' and option_id = 'A'|used_all|11|0|
      A13|DIRESAs with technical advice on the local health plan|practice_comparison|question_id = 'Q11' and option_id = 'A'|used_all|9|0|
      A14|joint supervision with other programmes|practice_comparison|question_id = 'Q15' and option_id = 'B'|majority|true||
      A14|pre-established supervision guide|practice_comparison|question_id = 'Q16' and option_id = 'A'|majority|true||
      A15|coordinator specifically designated|practice_comparison|question_id = 'Q01' and option_id = 'A'|more_frequent_in_1|true||
      A15|coordinator designated by Directorial Resolution|practice_comparison|question_id = 'Q02' and option_id = 'A'|more_frequent_in_1|true||
      A15|health education goals in the local health plan|practice_comparison|question_id = 'Q04' and option_id = 'B'|more_frequent_in_1|true||
      A15|expenses monitored by periodic visits|practice_comparison|question_id = 'Q08' and option_id = 'A'|more_frequent_in_1|true||
      A15|balance sheets audited by an external accountant|practice_comparison|question_id = 'Q09' and option_id = 'A'|more_frequent_in_1|true||
      A15|trainings for staff and CLAS members|practice_comparison|question_id = 'Q11' and option_id = 'B'|more_frequent_in_1|true||
      A15|instructional documents distributed|practice_comparison|question_id = 'Q11' and option_id = 'C'|more_frequent_in_1|true||
      A15|DIRESA personnel assigned to procedures|practice_comparison|question_id = 'Q11' and option_id = 'D'|more_frequent_in_1|true||
      A15|TTSA clear about its actions|practice_comparison|question_id = 'Q14' and option_id = 'A'|more_frequent_in_1|true||
      A15|supervision exclusively by TTSA members|practice_comparison|question_id = 'Q15' and option_id = 'A'|more_frequent_in_1|true||
      A15|new graduates contracted short term|practice_comparison|question_id = 'Q17' and option_id = 'A'|more_frequent_in_1|true||
      A16|DIRESAs whose TTSA the central ministry funds|practice_comparison|question_id = 'Q10' and option_id = 'B'|used_all|11|0|
      A17|highest share of facilities under CLAS|clas_coverage|level = 'diresa' and rank = '1'|percent|100|0|the paper names the regions; the sample has codes
      A17|second highest share|clas_coverage|level = 'diresa' and rank = '2'|percent|100|0|
      A17|third highest share|clas_coverage|level = 'diresa' and rank = '3'|percent|100|0|
      A17|fourth highest share|clas_coverage|level = 'diresa' and rank = '4'|percent|91.7|1|
      A17|fifth highest share|clas_coverage|level = 'diresa' and rank = '5'|percent|68.2|1|
      A17|sixth highest share|clas_coverage|level = 'diresa' and rank = '6'|percent|61.9|1|
      A18|CLAS facilities|clas_coverage|level = 'national'|clas_facilities|2155|0|
      A18|public primary-care facilities|clas_coverage|level = 'national'|facilities|6700|-2|printed as about 6,700
      A18|percent of facilities under CLAS|clas_coverage|level = 'national'|percent|31|0|2,155 of 6,700 is 32.2 percent
      """;

  private static final String STAFF_FIGURES =
      """
      B01|population|sample|study = 'staff-governance' and level = 'national'|population|4281|0|
      B01|sample|sample|study = 'staff-governance' and level = 'national'|sample_size|500|0|
      B01|facilities|sample|study = 'staff-governance' and level = 'national'|facilities|23|0|
      B02|institutional mean|descriptive|study = 'staff-governance' and cleaning = 'raw' and level = 'national' and variable = 'institutional'|mean|5.56|2|
      B02|institutional SD|descriptive|study = 'staff-governance' and cleaning = 'raw' and level = 'national' and variable = 'institutional'|sd|19.60|2|
      B02|institutional minimum|descriptive|study = 'staff-governance' and cleaning = 'raw' and level = 'national' and variable = 'institutional'|min|1.0|1|
      B02|institutional maximum|descriptive|study = 'staff-governance' and cleaning = 'raw' and level = 'national' and variable = 'institutional'|max|136.08|2|
      B03|economic mean|descriptive|study = 'staff-governance' and cleaning = 'raw' and level = 'national' and variable = 'economic'|mean|18.16|2|
      B03|economic SD|descriptive|study = 'staff-governance' and cleaning = 'raw' and level = 'national' and variable = 'economic'|sd|55.83|2|
      B03|economic maximum|descriptive|study = 'staff-governance' and cleaning = 'raw' and level = 'national' and variable = 'economic'|max|389.55|2|
      B04|social mean|descriptive|study = 'staff-governance' and cleaning = 'raw' and level = 'national' and variable = 'social'|mean|12.66|2|
      B04|social SD|descriptive|study = 'staff-governance' and cleaning = 'raw' and level = 'national' and variable = 'social'|sd|39.24|2|
      B04|social maximum|descriptive|study = 'staff-governance' and cleaning = 'raw' and level = 'national' and variable = 'social'|max|273.68|2|
      B05|F|hypothesis_test|study = 'staff-governance' and cleaning = 'raw' and level = 'national' and variable = 'dimension_score' and grouping = 'dimension' and method = 'anova'|statistic|11.90|2|the printed means and SDs with 500 a group give F between 11.85 and 11.90, and 11.87 at their centre
      B05|p|hypothesis_test|study = 'staff-governance' and cleaning = 'raw' and level = 'national' and variable = 'dimension_score' and grouping = 'dimension' and method = 'anova'|p_value|0.000007|6|
      B06|reliability index|reliability|study = 'staff-governance' and cleaning = 'clean' and level = 'national' and scale = 'all' and method = 'alpha'|estimate|0.85|2|
      B06|reliability of the institutional items|reliability|study = 'staff-governance' and cleaning = 'clean' and level = 'national' and scale = 'institutional' and method = 'alpha'|estimate|>0.75||
      B06|reliability of the economic items|reliability|study = 'staff-governance' and cleaning = 'clean' and level = 'national' and scale = 'economic' and method = 'alpha'|estimate|>0.75||
      B06|reliability of the social items|reliability|study = 'staff-governance' and cleaning = 'clean' and level = 'national' and scale = 'social' and method = 'alpha'|estimate|>0.75||
      """;

  private PublishedFigures() {}

  static CsvFile file() {
    CsvFile file =
        CsvFile.withHeader(
            "published-figures.csv",
            "figure_id",
            "source",
            "quantity",
            "table",
            "where",
            "column",
            "published",
            "precision",
            "note");
    addAll(file, MANAGEMENT, MANAGEMENT_FIGURES);
    addAll(file, STAFF, STAFF_FIGURES);
    return file;
  }

  private static void addAll(CsvFile file, String source, String figures) {
    figures
        .lines()
        .map(line -> line.split("\\|", -1))
        .forEach(p -> file.add(p[0], source, p[1], p[2], p[3], p[4], p[5], p[6], p[7]));
  }
}
