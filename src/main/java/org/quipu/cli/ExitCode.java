package org.quipu.cli;

/** The exit codes of the contract. */
final class ExitCode {
  static final int DONE = 0;
  static final int FAILED = 1;
  static final int USAGE = 2;
  static final int INPUT = 3;
  static final int STRICT = 4;
  static final int BUSY = 75;

  private ExitCode() {}
}
