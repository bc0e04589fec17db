package org.quipu.synthetic;

import java.util.Arrays;

/**
 * Who answers the staff survey, and what: each answer is 3, plus the dimension's effect, the
 * item's, the network's on the dimension, the facility's, the respondent's, and chance; rounded to
 * the scale of 1 to 5, and turned round for reversed items.
 */
final class StaffModel {
  static final int LEAST = 1;
  static final int MOST = 5;

  /** The dimensions and what each adds to an answer. */
  enum Dimension {
    INSTITUTIONAL("institutional", 0.1, 15),
    ECONOMIC("economic", -0.5, 9),
    SOCIAL("social", 0.3, 15);

    private final String id;
    private final double effect;
    private final int weight;

    Dimension(String id, double effect, int weight) {
      this.id = id;
      this.effect = effect;
      this.weight = weight;
    }

    String id() {
      return id;
    }

    double effect() {
      return effect;
    }
  }

  /** SD of what an item adds. */
  static final double ITEM_SD = 0.2;

  /** What a standard deviation of a network's quality adds, in every dimension. */
  static final double QUALITY_EFFECT = 0.15;

  /** SD of what a network adds to a dimension, beside its quality. */
  static final double NETWORK_SD = 0.15;

  /** SD of what a facility adds. */
  static final double FACILITY_SD = 0.2;

  /** SD of what a respondent adds to all dimensions. */
  static final double RESPONDENT_SD = 0.5;

  /** SD of what a respondent adds to one dimension. */
  static final double RESPONDENT_DIMENSION_SD = 0.4;

  /** SD of chance in one answer. */
  static final double ANSWER_SD = 0.9;

  /** Chance that an answer is missing. */
  static final double MISSING = 0.01;

  /** Share of respondents who give up early, and their chance that an answer is missing. */
  static final double WEARY = 0.002;

  static final double WEARY_MISSING = 0.75;

  private static final int REVERSED_EVERY = 10;
  private static final int INEXPERIENCED_PERCENT = 5;
  private static final int MOST_YEARS = 40;

  private final FacilityTree tree;
  private final int[] dimensionOf;
  private final double[][] unitEffects;
  private final double[] itemEffects;
  private final Noise people;
  private final Noise facilities;
  private final Noise answers;

  StaffModel(Extent extent, FacilityTree tree) {
    this.tree = tree;
    this.people = new Noise(extent.seed(), "respondent");
    this.facilities = new Noise(extent.seed(), "facility-climate");
    this.answers = new Noise(extent.seed(), "answer");
    this.dimensionOf = dimensions(extent.items());
    this.itemEffects = new double[extent.items()];
    Noise items = new Noise(extent.seed(), "item");
    Arrays.setAll(itemEffects, item -> ITEM_SD * Noise.normal(items.at(item)));
    Noise networks = new Noise(extent.seed(), "network-dimension");
    this.unitEffects = new double[tree.networks()][Dimension.values().length];
    for (int network = 0; network < unitEffects.length; network++) {
      for (Dimension dimension : Dimension.values()) {
        unitEffects[network][dimension.ordinal()] =
            dimension.effect()
                + QUALITY_EFFECT * tree.quality(network)
                + NETWORK_SD * Noise.normal(networks.at(network, dimension.ordinal()));
      }
    }
  }

  /** Dimensions in runs, in the proportions of 15, 9 and 15 items. */
  private static int[] dimensions(int items) {
    int weights = Arrays.stream(Dimension.values()).mapToInt(dimension -> dimension.weight).sum();
    int[] dimensionOf = new int[items];
    for (int item = 0; item < items; item++) {
      int before = (int) ((long) item * weights / items);
      int dimension = 0;
      while (before >= Dimension.values()[dimension].weight) {
        before -= Dimension.values()[dimension].weight;
        dimension++;
      }
      dimensionOf[item] = dimension;
    }
    return dimensionOf;
  }

  int items() {
    return dimensionOf.length;
  }

  static String itemId(int item) {
    return "item_%02d".formatted(item + 1);
  }

  Dimension dimension(int item) {
    return Dimension.values()[dimensionOf[item]];
  }

  /** Whether agreeing with an item speaks against the dimension. */
  static boolean reversed(int item) {
    return item % REVERSED_EVERY == REVERSED_EVERY - 1;
  }

  /** One respondent. Reused. */
  final class Person {
    /** An answer that was not given. */
    static final int NONE = 0;

    private final int[] given = new int[items()];
    private final double[] tendencies = new double[Dimension.values().length];
    private int facility;
    private Role role;
    private int years;

    Person of(long respondent) {
      long hash = people.at(respondent);
      facility = Noise.below(hash, tree.facilities());
      role = Role.of(Noise.below(people.at(respondent, 1), 100));
      long experience = people.at(respondent, 2);
      years =
          Noise.below(experience, 100) < INEXPERIENCED_PERCENT
              ? 0
              : 1 + Noise.below(Noise.mix(experience), MOST_YEARS);
      double missing = Noise.unit(people.at(respondent, 3)) < WEARY ? WEARY_MISSING : MISSING;
      double personal =
          3
              + FACILITY_SD * Noise.normal(facilities.at(facility))
              + RESPONDENT_SD * Noise.normal(people.at(respondent, 4));
      double[] network = unitEffects[tree.network(facility)];
      for (int dimension = 0; dimension < tendencies.length; dimension++) {
        tendencies[dimension] =
            personal
                + network[dimension]
                + RESPONDENT_DIMENSION_SD * Noise.normal(people.at(respondent, 5 + dimension));
      }
      for (int item = 0; item < given.length; item++) {
        long chance = answers.at(respondent, item);
        given[item] =
            Noise.unit(Noise.mix(chance)) < missing
                ? NONE
                : answer(item, tendencies[dimensionOf[item]] + ANSWER_SD * Noise.normal(chance));
      }
      return this;
    }

    private int answer(int item, double tendency) {
      int onScale = (int) Math.max(LEAST, Math.min(MOST, Math.rint(tendency + itemEffects[item])));
      return reversed(item) ? LEAST + MOST - onScale : onScale;
    }

    int facility() {
      return facility;
    }

    Role role() {
      return role;
    }

    /** Years of experience. */
    int years() {
      return years;
    }

    /** The answer to an item, or {@link #NONE}. */
    int answer(int item) {
      return given[item];
    }
  }

  /** What a respondent does. */
  enum Role {
    ADMINISTRATIVE("administrative"),
    TECHNICAL("technical"),
    CLINICAL("clinical");

    private final String id;

    Role(String id) {
      this.id = id;
    }

    String id() {
      return id;
    }

    private static Role of(int percent) {
      return percent < 45 ? ADMINISTRATIVE : percent < 90 ? TECHNICAL : CLINICAL;
    }
  }
}
