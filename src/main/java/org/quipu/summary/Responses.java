package org.quipu.summary;

/**
 * Who answered in one unit.
 *
 * @param respondents accepted rows
 * @param excluded by reason, in the order of {@link Exclusion}
 */
public record Responses(long respondents, long[] excluded) {

  /** Both units together. */
  public Responses plus(Responses other) {
    long[] sums = excluded.clone();
    for (int i = 0; i < sums.length; i++) {
      sums[i] += other.excluded[i];
    }
    return new Responses(respondents + other.respondents, sums);
  }

  /** Respondents who count. */
  public long eligible() {
    return respondents - excludedInAll();
  }

  /** Respondents who do not count. */
  public long excludedInAll() {
    long sum = 0;
    for (long count : excluded) {
      sum += count;
    }
    return sum;
  }

  /** Respondents who do not count for one reason. */
  public long excluded(Exclusion reason) {
    return excluded[reason.ordinal()];
  }
}
