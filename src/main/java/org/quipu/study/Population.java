package org.quipu.study;

/** Which facilities of a unit are meant, as result tables name it. */
final class Population {
  static final String ALL = "all";

  /** Those that a community association co-manages. */
  static final String CLAS = "clas";

  private Population() {}
}
