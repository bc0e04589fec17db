package org.quipu.config;

import java.math.BigDecimal;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * What the user decides about one check.
 *
 * @param severity of a failing row; empty: the rule's own
 * @param maxRate the greatest share of failing rows that is allowed, 0 to 1; empty: any
 * @param maxRows the greatest number of failing rows that is allowed; empty: any
 * @param threshold what the check itself measures against, e.g. days or a score; empty: its own
 * @param own what the check asks, where it is the user's; empty: it is one of Quipu's
 */
public record RuleConfig(
    Optional<Severity> severity,
    Optional<BigDecimal> maxRate,
    OptionalLong maxRows,
    Optional<BigDecimal> threshold,
    Optional<OwnRule> own) {

  /** The rule as it is. */
  public static final RuleConfig NONE =
      new RuleConfig(
          Optional.empty(),
          Optional.empty(),
          OptionalLong.empty(),
          Optional.empty(),
          Optional.empty());

  /** The same with other bounds. */
  public RuleConfig bounded(Optional<BigDecimal> rate, OptionalLong rows) {
    return new RuleConfig(severity, rate, rows, threshold, own);
  }

  /** What a failing row means. */
  public enum Severity {
    REJECT,
    WARN,
    STOP,
    OFF
  }

  /** Whether so many failing rows of so many are more than what is allowed. */
  public boolean isExceeded(long failing, long rows) {
    boolean tooMany = maxRows.isPresent() && failing > maxRows.getAsLong();
    boolean tooHighRate =
        maxRate.isPresent()
            && BigDecimal.valueOf(failing)
                    .compareTo(maxRate.get().multiply(BigDecimal.valueOf(rows)))
                > 0;
    return tooMany || tooHighRate;
  }
}
