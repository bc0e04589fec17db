package org.quipu.cli;

import org.quipu.config.ConfigException;
import org.quipu.source.InputException;

/** The exit codes of the contract, and which failure ends with which. */
final class ExitCode {
  static final int DONE = 0;
  static final int FAILED = 1;
  static final int USAGE = 2;
  static final int INPUT = 3;
  static final int STRICT = 4;
  static final int BUSY = 75;

  private ExitCode() {}

  /** The code of the first known failure in the chain of causes; {@link #FAILED} without any. */
  static int of(Throwable failure) {
    for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
      if (cause instanceof ConfigException) {
        return USAGE;
      }
      if (cause instanceof InputException) {
        return INPUT;
      }
    }
    return FAILED;
  }
}
