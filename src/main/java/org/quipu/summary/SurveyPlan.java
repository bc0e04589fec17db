package org.quipu.summary;

import java.io.Serializable;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.quipu.config.CleaningConfig;
import org.quipu.config.EligibilityConfig;
import org.quipu.config.QuotedTexts;
import org.quipu.registry.Facility;
import org.quipu.registry.FacilityRegistry;
import org.quipu.survey.Instrument;
import org.quipu.survey.Item;

/**
 * What the reduction of a staff survey is told; goes to every task.
 *
 * @param instrument items and dimensions
 * @param minExperienceYears of an eligible respondent
 * @param roles of an eligible respondent; empty: any
 * @param scaleBounds whether clean answers lie on their item's scale
 * @param minAnsweredShare of the items that a clean respondent has answered
 * @param fences dimension → least and greatest clean score; empty: none
 * @param momentUnits facility → the unit whose sums of products it counts in, as {@link
 *     #momentUnits(FacilityRegistry)} has them
 * @param nationalId the nation as a unit
 */
public record SurveyPlan(
    Instrument instrument,
    BigDecimal minExperienceYears,
    Set<String> roles,
    boolean scaleBounds,
    BigDecimal minAnsweredShare,
    TreeMap<String, List<BigDecimal>> fences,
    HashMap<String, String> momentUnits,
    String nationalId)
    implements Serializable {
  private static final long serialVersionUID = 1L;

  public static SurveyPlan of(
      Instrument instrument,
      EligibilityConfig eligibility,
      CleaningConfig cleaning,
      Map<String, String> momentUnits,
      String nationalId) {
    return new SurveyPlan(
        instrument,
        eligibility.minExperienceYears(),
        Set.copyOf(eligibility.roles()),
        cleaning.scaleBounds(),
        cleaning.minAnsweredShare(),
        new TreeMap<>(),
        new HashMap<>(momentUnits),
        nationalId);
  }

  /** All that decides what is made of a respondent, as a stable text; the items' texts do not. */
  String fingerprint() {
    StringBuilder text = new StringBuilder();
    for (Item item : instrument.items()) {
      text.append(QuotedTexts.of(List.of(item.itemId(), item.dimensionId()))).append('|');
      text.append(item.min().stripTrailingZeros()).append('|');
      text.append(item.max().stripTrailingZeros()).append('|').append(item.reversed()).append('\n');
    }
    return text.append(minExperienceYears.stripTrailingZeros())
        .append(QuotedTexts.sorted(roles))
        .append(scaleBounds)
        .append(minAnsweredShare.stripTrailingZeros())
        .append(fences)
        .append(QuotedTexts.of(momentUnits))
        .append(nationalId)
        .toString();
  }

  /**
   * Where each facility's sums of products are kept: with its network, or with the facilities of
   * its DIRESA that have no network. A facility alone has too few staff for a reliability.
   */
  public static Map<String, String> momentUnits(FacilityRegistry registry) {
    Map<String, String> units = new HashMap<>();
    registry
        .facilities()
        .forEach(facility -> units.put(facility.facilityId(), momentUnit(facility)));
    return units;
  }

  static String momentUnit(Facility facility) {
    return facility.networkId() == null
        ? "without network: " + facility.diresaId()
        : facility.networkId();
  }

  /** The unit of a facility's sums of products; facilities outside the registry share one. */
  String momentUnit(String facilityId) {
    return momentUnits.getOrDefault(facilityId, "");
  }

  /** The same plan with fences around clean dimension scores. */
  public SurveyPlan withFences(Map<String, List<BigDecimal>> lowAndHigh) {
    return new SurveyPlan(
        instrument,
        minExperienceYears,
        roles,
        scaleBounds,
        minAnsweredShare,
        new TreeMap<>(lowAndHigh),
        momentUnits,
        nationalId);
  }
}
