package org.quipu.synthetic;

/**
 * Which facility meets its goals in which year, and what it reports.
 *
 * <p>A facility attains its goals in a year with a chance that its DIRESA, its network's quality,
 * CLAS and the year decide. One that attains meets every indicator; one that does not misses its
 * anchor, an indicator of its own, and a share of the others. So the percentage of facilities that
 * meet all their goals is known without looking at a row.
 *
 * <p>Every twentieth indicator is one where lower is better. About one in fifty indicators is not
 * offered by a facility: its target is 0, and it cannot be judged.
 */
final class GoalModel {
  /** Chance to attain in the first year, of the lowest and of the highest DIRESA. */
  static final double LOWEST_DIRESA = 0.35;

  static final double HIGHEST_DIRESA = 0.85;

  /** What CLAS adds to the chance to attain. */
  static final double CLAS_EFFECT = 0.08;

  /** What a standard deviation of a network's quality adds to the chance to attain. */
  static final double QUALITY_EFFECT = 0.06;

  /** What a year adds to the chance to attain. */
  static final double YEAR_EFFECT = 0.005;

  private static final int LOWER_EVERY = 20;
  private static final double NOT_OFFERED = 0.02;

  private final Extent extent;
  private final FacilityTree tree;
  private final Noise attains;
  private final Noise anchors;
  private final Noise sizes;
  private final Noise rates;
  private final Noise offers;
  private final Noise misses;
  private final Noise levels;
  private final Noise order;

  GoalModel(Extent extent, FacilityTree tree) {
    this.extent = extent;
    this.tree = tree;
    this.attains = new Noise(extent.seed(), "attains");
    this.anchors = new Noise(extent.seed(), "anchor");
    this.sizes = new Noise(extent.seed(), "facility-size");
    this.rates = new Noise(extent.seed(), "indicator-rate");
    this.offers = new Noise(extent.seed(), "offered");
    this.misses = new Noise(extent.seed(), "missed");
    this.levels = new Noise(extent.seed(), "level");
    this.order = new Noise(extent.seed(), "diresa-rank");
  }

  Extent extent() {
    return extent;
  }

  /** Whether a facility meets all its goals in a year (0 is the first). */
  boolean attains(int facility, int year) {
    return Noise.unit(attains.at(facility, year)) < chance(facility, year);
  }

  /** The chance that it does. */
  double chance(int facility, int year) {
    return base(tree.diresa(facility))
        + (tree.clas(facility) ? CLAS_EFFECT : 0)
        + QUALITY_EFFECT * tree.quality(tree.network(facility))
        + YEAR_EFFECT * year;
  }

  /** A DIRESA's own chance: evenly spread, in no order of ids. */
  double base(int diresa) {
    int below = 0;
    for (int other = 0; other < tree.diresas(); other++) {
      below += order.at(other) < order.at(diresa) ? 1 : 0;
    }
    double rank = tree.diresas() == 1 ? 0.5 : (double) below / (tree.diresas() - 1);
    return LOWEST_DIRESA + (HIGHEST_DIRESA - LOWEST_DIRESA) * rank;
  }

  /** The indicator that a facility offers in any case and misses whenever it does not attain. */
  int anchor(int facility) {
    return Noise.below(anchors.at(facility), extent.indicators());
  }

  static boolean lowerIsBetter(int indicator) {
    return indicator % LOWER_EVERY == LOWER_EVERY - 1;
  }

  /** The monthly target of an indicator, 0 where the facility does not offer it. */
  long target(int facility, int year, int indicator) {
    if (Noise.unit(offers.at(facility, indicator)) < NOT_OFFERED && indicator != anchor(facility)) {
      return 0;
    }
    double size = Noise.unit(sizes.at(facility));
    double rate = 0.05 + 0.95 * Noise.unit(rates.at(indicator));
    return 1 + (long) ((20 + 380 * size * size) * rate * (1 + 0.02 * year));
  }

  /** How likely a facility that does not attain is to miss an indicator other than its anchor. */
  double missChance(int facility, int year) {
    return 0.05 + 0.55 * Noise.unit(misses.at(facility, year));
  }

  /**
   * Achievement of a year in thousandths of its target: at least 1,000 where the indicator is met,
   * at most 990 where it is missed; turned round where lower is better.
   */
  int permille(int facility, int year, int indicator, boolean met) {
    double u = Noise.unit(levels.at(facility, year, indicator));
    if (lowerIsBetter(indicator)) {
      return met ? 700 + (int) (300 * u) : 1_050 + (int) (950 * u);
    }
    return met ? 1_000 + (int) (400 * u * u) : 400 + (int) (590 * u);
  }

  /** A number by which a facility's indicators of a year are told met from missed. */
  double missDraw(int facility, int year, int indicator) {
    return Noise.unit(misses.at(facility, year, indicator));
  }
}
