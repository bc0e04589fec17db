package org.quipu.job;

/** Told what a run is doing, one stage at a time; rows are told from other threads too. */
public interface Progress {

  /**
   * Begins a stage and ends the one before; said in both languages, e.g. "reading staff-survey".
   */
  void stage(String en, String es);

  /**
   * How far the stage is.
   *
   * @param done rows so far
   * @param totalOrMinus1 rows in all, or -1 where that is not known
   */
  void rows(long done, long totalOrMinus1);

  /** Ends the last stage. */
  void done();

  /** Says nothing. */
  static Progress silent() {
    return new Progress() {
      @Override
      public void stage(String en, String es) {}

      @Override
      public void rows(long done, long totalOrMinus1) {}

      @Override
      public void done() {}
    };
  }
}
