package org.quipu.cli;

import org.quipu.config.ConfigException;

/** The ids that a user may give a run: they become part of paths. */
final class RunIds {
  private RunIds() {}

  /**
   * @throws ConfigException when it could not be a folder's name everywhere
   */
  static String checked(String id) {
    if (id.matches("[A-Za-z0-9][A-Za-z0-9_-]{0,63}")) {
      return id;
    }
    throw new ConfigException(
        "--run-id",
        "--run-id %s is not allowed: 1 to 64 of A-Z, a-z, 0-9, - and _, the first a letter or digit."
            .formatted(id),
        "--run-id %s no está permitido: de 1 a 64 de A-Z, a-z, 0-9, - y _, y al inicio letra o dígito."
            .formatted(id));
  }
}
