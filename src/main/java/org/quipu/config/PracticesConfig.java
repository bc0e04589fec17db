package org.quipu.config;

import java.math.BigDecimal;

/**
 * When a practice counts as a majority's, as more frequent, as good.
 *
 * @param majorityShare a majority is more than this share of all DIRESAs
 * @param moreFrequentShare group 1's share exceeds group 2's by at least this much
 * @param consensus how the verdicts of several experts become one
 */
public record PracticesConfig(
    BigDecimal majorityShare, BigDecimal moreFrequentShare, Consensus consensus) {

  /** More than half of the experts, or all of them. */
  public enum Consensus {
    MAJORITY,
    UNANIMOUS
  }
}
