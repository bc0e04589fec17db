package org.quipu.benchmark;

import com.sun.management.OperatingSystemMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * The reference work in DuckDB, in a process of its own: {@code DuckDbReference DATA OUT THREADS
 * complete|pairwise|whole}, the last a {@link Scope}. Prints seconds and processor seconds of each
 * step.
 */
public final class DuckDbReference {
  private DuckDbReference() {}

  public static void main(String[] args) throws SQLException, IOException {
    Path data = Path.of(args[0]);
    Path out = Files.createDirectories(Path.of(args[1]));
    try (Connection connection = DriverManager.getConnection("jdbc:duckdb:");
        Statement statement = connection.createStatement()) {
      statement.execute("SET threads = " + Integer.parseInt(args[2]));
      statement.execute("SET preserve_insertion_order = false");
      Scope scope = Scope.of(args[3]);
      List<Step> steps = new ArrayList<>(new GoalSql(data, out, scope).steps());
      Path instrument = data.resolve("instrument.csv");
      if (Files.exists(instrument)) {
        InstrumentColumns columns = InstrumentColumns.read(connection, instrument.toString());
        steps.addAll(new SurveySql(data, out, columns, scope).steps());
      }
      for (Step step : steps) {
        long started = System.nanoTime();
        long cpu = processor();
        for (String sql : step.statements()) {
          statement.execute(sql);
        }
        double seconds = (System.nanoTime() - started) / 1e9;
        double busy = (processor() - cpu) / 1e9;
        System.out.printf(Locale.ROOT, "step\t%s\t%.3f\t%.3f%n", step.name(), seconds, busy);
      }
    }
  }

  /**
   * Processor time of this process in nanoseconds; the clock alone says little on a busy machine.
   */
  private static long processor() {
    return ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class).getProcessCpuTime();
  }
}
