package org.quipu.stats;

/**
 * Pearson's coefficient of pairs, and without each: quickly where that is certain, else exactly.
 */
final class PearsonMoments {
  private final Pairs pairs;
  private final QuickPairs quick;

  /** Made when first needed, as it seldom is. */
  private PairSums exact;

  PearsonMoments(Pairs pairs) {
    this.pairs = pairs;
    this.quick = QuickPairs.of(pairs.x(), pairs.y());
  }

  /** Of all pairs; null where x or y is constant. */
  ProductMoment all() {
    ProductMoment found = quick.correlation();
    return found == null ? exact().correlation() : found;
  }

  /** Without the i-th pair; null where that leaves a constant. */
  ProductMoment without(int i) {
    ProductMoment found = quick.without(pairs.x()[i], pairs.y()[i]);
    return found == null ? exact().without(pairs.x()[i], pairs.y()[i]).correlation() : found;
  }

  private PairSums exact() {
    if (exact == null) {
      exact = PairSums.of(pairs.x(), pairs.y());
    }
    return exact;
  }
}
