package org.quipu.cli;

import java.util.Optional;
import org.quipu.config.JobConfig;
import org.quipu.source.Unreachable;

/** A warehouse on a file system that is not there: HDFS of no such host, S3A without its jar. */
final class FarWarehouse {
  private FarWarehouse() {}

  /** The failure, if it is that; inputs that cannot be reached are named where they are read. */
  static Optional<KnownFailure> in(Throwable failure, Optional<JobConfig> config) {
    return config
        .map(JobConfig::warehouse)
        .filter(warehouse -> warehouse.contains("://"))
        .flatMap(
            warehouse ->
                Unreachable.known(failure)
                    .map(
                        why ->
                            new KnownFailure(
                                ExitCode.USAGE,
                                "The warehouse %s cannot be reached: %s."
                                    .formatted(warehouse, why.en()),
                                "No se puede llegar al almacén %s: %s."
                                    .formatted(warehouse, why.es()))));
  }
}
