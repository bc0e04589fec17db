package org.quipu.benchmark;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Runs Quipu and others on the same synthetic inputs, in turn, and compares times and tables. */
@Command(name = "jobs/benchmark", sortOptions = false)
public final class Benchmark implements Callable<Integer> {
  private static final int DISAGREE = 4;

  @Parameters(paramLabel = "DATA", description = "A folder that jobs/quipu synthesize wrote.")
  private Path data;

  @Option(names = "--runs", defaultValue = "3", description = "Counted runs. Default: 3.")
  private int runs;

  @Option(
      names = "--warm-up",
      defaultValue = "1",
      description = "Runs before them, not counted. Default: 1.")
  private int warmUp;

  @Option(names = "--threads", defaultValue = "2", description = "Of each program. Default: 2.")
  private int threads;

  @Option(names = "--heap", defaultValue = "4g", description = "Of each JVM. Default: 4g.")
  private String heap;

  @Option(
      names = "--with",
      split = ",",
      defaultValue = "duckdb",
      description = "Whom to compare with: duckdb, spark, duckdb,spark or none. Default: duckdb.")
  private List<String> others;

  @Option(
      names = "--pairwise",
      description =
          "DuckDB computes alpha as Quipu does, from pairwise covariances; else from complete"
              + " respondents, which is far cheaper and not compared.")
  private boolean pairwise;

  @Option(
      names = "--whole",
      description =
          "DuckDB makes whatever of Quipu's tables SQL can sensibly make, and all of it is compared;"
              + " else the basic columns of nine of them. Implies --pairwise.")
  private boolean whole;

  @Option(
      names = "--one-core",
      description = "Runs Quipu on one core too: by taskset, and with one thread.")
  private boolean oneCore;

  @Option(
      names = "--new-month",
      description =
          "Runs Quipu on monthly files too: first all but the last month, not counted, then the"
              + " last month on top of them; and on next to no rows, which is its start-up.")
  private boolean newMonth;

  @Option(names = "--report", description = "Writes the report to a file too.")
  private Path report;

  @Option(names = "--work", description = "Folder for tables and logs. Default: a temporary one.")
  private Path work;

  public static void main(String[] args) {
    System.exit(new CommandLine(new Benchmark()).execute(args));
  }

  @Override
  public Integer call() throws IOException, InterruptedException, SQLException {
    Path folder = work == null ? Files.createTempDirectory("quipu-benchmark") : work;
    Files.createDirectories(folder);
    List<Program> programs = new ArrayList<>(List.of(Program.quipu(data, threads, heap)));
    if (others.contains("duckdb")) {
      programs.add(Program.duckDb(data, threads, heap, scope()));
    }
    if (others.contains("spark")) {
      programs.add(Program.plainSpark(data, threads, heap));
    }
    int compared = programs.size();
    if (oneCore) {
      programs.add(Program.quipu(data, 1, heap).onOneCore());
    }
    NewMonth month = newMonth ? NewMonth.of(data, folder) : null;
    if (newMonth) {
      Program monthly =
          Program.quipu(month.inputs(), threads, heap).called("new-month", NewMonth.NAME);
      delete(month.known());
      run(monthly, month.known(), folder);
      month.add();
      programs.add(monthly);
      programs.add(startUp(folder.resolve("next-to-nothing")));
    }
    Map<Program, Contender> contenders = new LinkedHashMap<>();
    programs.forEach(program -> contenders.put(program, new Contender(program.name())));
    for (int run = -warmUp; run < runs; run++) {
      for (Program program : programs) {
        Path out = folder.resolve(program.id());
        if (program.id().equals("new-month")) {
          month.forget(out);
        } else {
          delete(out);
        }
        MeasuredProcess measured = run(program, out, folder);
        if (run >= 0) {
          contenders.get(program).add(measured);
        }
      }
    }
    BenchmarkReport found =
        new BenchmarkReport(
            new ObjectMapper().readTree(data.resolve("truth.json").toFile()),
            List.copyOf(contenders.values()),
            agreements(programs.subList(0, compared), folder));
    String markdown = found.markdown();
    System.out.print(markdown);
    if (report != null) {
      Files.writeString(report, markdown);
    }
    return found.allAgree() ? 0 : DISAGREE;
  }

  private Scope scope() {
    if (whole) {
      return Scope.WHOLE;
    }
    return pairwise ? Scope.PAIRWISE : Scope.COMPLETE;
  }

  /** The same job on a ten-thousandth of the reference workload. */
  private Program startUp(Path inputs) throws IOException, InterruptedException {
    MeasuredProcess.run(
        List.of(
            Program.LAUNCHER,
            "synthesize",
            "--out=" + inputs,
            "--facilities=80",
            "--months=1",
            "--indicators=100",
            "--respondents=500"),
        Map.of(),
        inputs.resolveSibling("synthesize.log"));
    return Program.quipu(inputs, threads, heap).called("start-up", NewMonth.START_UP);
  }

  private static MeasuredProcess run(Program program, Path out, Path folder)
      throws IOException, InterruptedException {
    MeasuredProcess measured =
        MeasuredProcess.run(
            program.command(out), program.environment(), folder.resolve(program.id() + ".log"));
    System.err.printf("%s: %.2f s%n", program.name(), measured.seconds());
    return measured;
  }

  private Map<String, List<Agreement>> agreements(List<Program> programs, Path folder)
      throws IOException, InterruptedException, SQLException {
    Path warehouse = folder.resolve(programs.get(0).id());
    List<String> path =
        MeasuredProcess.run(
                List.of(Program.LAUNCHER, "path", "--warehouse", warehouse.toString()),
                Map.of(),
                folder.resolve("path.log"))
            .output();
    Path version = Path.of(path.get(path.size() - 1));
    Map<String, List<Agreement>> agreements = new LinkedHashMap<>();
    for (Program other : programs.subList(1, programs.size())) {
      agreements.put(
          other.name(), Agreement.of(version, folder.resolve(other.id()), other.scope()));
    }
    return agreements;
  }

  static void delete(Path folder) throws IOException {
    if (!Files.exists(folder)) {
      return;
    }
    Files.walkFileTree(
        folder,
        new SimpleFileVisitor<>() {
          @Override
          public FileVisitResult visitFile(Path file, BasicFileAttributes attributes)
              throws IOException {
            Files.delete(file);
            return FileVisitResult.CONTINUE;
          }

          @Override
          public FileVisitResult postVisitDirectory(Path directory, IOException failure)
              throws IOException {
            Files.delete(directory);
            return FileVisitResult.CONTINUE;
          }
        });
  }
}
