package org.quipu.job;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.quipu.table.Block;
import org.quipu.table.KeptBlocks;

/**
 * A table in blocks of one goal period. A period whose key the version before has is neither made
 * nor written anew; its rows are read from there, once, if somebody asks.
 */
final class PeriodBlocks<R extends Record> {
  private final Class<R> row;
  private final KeptBlocks kept;
  private final List<Block<R>> blocks = new ArrayList<>();

  PeriodBlocks(Class<R> row, Analysis.Context context) {
    this.row = row;
    this.kept = context.keptBlocks().apply(row);
  }

  /** The key of rows of this program that are made of something. */
  static String key(String fingerprint) {
    return RunIdentity.sha256(ProgramVersion.code() + fingerprint);
  }

  /**
   * Adds a period behind those that are there.
   *
   * @param rows how they are made
   * @return the rows, made or read when somebody asks first
   */
  Supplier<List<R>> add(String period, String key, Supplier<List<R>> rows) {
    Supplier<List<R>> once = new OnceMade<>(kept.has(key) ? () -> read(key) : rows);
    blocks.add(new Block<>(key, Map.of("period", period), () -> once.get().stream()));
    return once;
  }

  private List<R> read(String key) {
    try {
      return kept.rows(row, key);
    } catch (IOException e) {
      throw new UncheckedIOException("rows of the version before cannot be read", e);
    }
  }

  void addTo(Results results) {
    results.addBlocks(row, blocks);
  }
}
