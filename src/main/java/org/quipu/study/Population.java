package org.quipu.study;

/** Which facilities of a unit are meant, as result tables name it. */
public final class Population {
  public static final String ALL = "all";

  /** Those that a community association co-manages. */
  public static final String CLAS = "clas";

  private Population() {}
}
