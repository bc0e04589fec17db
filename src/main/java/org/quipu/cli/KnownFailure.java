package org.quipu.cli;

import java.util.Optional;
import org.quipu.config.ConfigException;
import org.quipu.config.Language;
import org.quipu.source.InputException;
import org.quipu.table.DamagedTable;
import org.quipu.table.TableException;
import org.quipu.table.WarehouseBusy;

/**
 * A failure that its own sentence explains, so that neither log nor stack trace is needed: the one
 * place where failures become exit codes.
 */
record KnownFailure(int exitCode, String english, String spanish) {

  /** The first known failure in the chain of causes: Spark and others wrap what is thrown. */
  static Optional<KnownFailure> in(Throwable failure) {
    for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
      Optional<KnownFailure> known = of(cause);
      if (known.isPresent()) {
        return known;
      }
    }
    return Optional.empty();
  }

  private static Optional<KnownFailure> of(Throwable failure) {
    if (failure instanceof ConfigException e) {
      return known(ExitCode.USAGE, e.message(Language.EN), e.message(Language.ES));
    }
    if (failure instanceof TableException e) {
      return known(ExitCode.USAGE, e.getMessage(), e.spanish());
    }
    if (failure instanceof InputException e) {
      return known(ExitCode.INPUT, e.getMessage(), e.spanish());
    }
    if (failure instanceof WarehouseBusy e) {
      return known(ExitCode.BUSY, e.getMessage(), e.spanish());
    }
    if (failure instanceof DamagedTable e) {
      return known(ExitCode.FAILED, e.getMessage(), e.spanish());
    }
    return Optional.empty();
  }

  private static Optional<KnownFailure> known(int exitCode, String english, String spanish) {
    return Optional.of(new KnownFailure(exitCode, english, spanish));
  }
}
