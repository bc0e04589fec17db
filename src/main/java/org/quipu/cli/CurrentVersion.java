package org.quipu.cli;

import java.io.IOException;
import java.util.List;
import org.quipu.config.ConfigException;
import org.quipu.config.JobConfig;
import org.quipu.table.Version;
import org.quipu.table.Warehouse;

/** The version of the tables that {@code tables}, {@code show} and {@code path} speak of. */
final class CurrentVersion {

  private CurrentVersion() {}

  /**
   * The current version of the warehouse that the options name.
   *
   * @throws ConfigException when there is none yet
   */
  static Version of(SharedOptions options) throws IOException {
    JobConfig config = options.load(List.of());
    String path = config.warehouse();
    return Warehouse.at(path, config.spark().hadoopSettings())
        .current()
        .orElseThrow(
            () ->
                new ConfigException(
                    "warehouse",
                    "There are no tables in " + path + " yet. Make them first: jobs/quipu run",
                    "Aún no hay tablas en " + path + ". Prodúzcalas primero: jobs/quipu run"));
  }
}
