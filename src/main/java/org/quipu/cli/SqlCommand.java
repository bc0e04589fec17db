package org.quipu.cli;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.quipu.config.SparkConfig;
import org.quipu.source.Storage;
import org.quipu.spark.SqlSession;
import org.quipu.table.ColumnType;
import org.quipu.table.Row;
import org.quipu.table.TableColumn;
import org.quipu.table.Text;
import org.quipu.table.Version;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code quipu sql}: asks the tables of the current version in Spark SQL. */
@Command
final class SqlCommand implements Callable<Integer> {
  private final Screen screen;

  @Parameters(paramLabel = "QUERY", descriptionKey = "sql-query")
  private String query;

  @Mixin private final RowOptions rows = new RowOptions();
  @Mixin private final SharedOptions shared;

  SqlCommand(Screen screen) {
    this.screen = screen;
    this.shared = new SharedOptions(screen);
  }

  @Override
  public Integer call() throws Exception {
    long most = rows.most();
    SqlSession.check(query);
    Version version = CurrentVersion.of(shared);
    SparkConfig config = shared.load(List.of()).spark();
    List<String> asked = tables(version);
    for (String table : asked) {
      version.open(table).close(); // A damaged file is named here; Spark would not.
    }
    try (SqlSession session = SqlSession.open(config)) {
      for (String table : asked) {
        session.view(table, Storage.path(version.pathOf(table)).toString());
      }
      SqlSession.Answer answer = session.ask(query);
      long shown =
          rows.print(
              columns(answer),
              use -> answer.forEach(most, row -> use.accept(Row.of(answer.names(), row))),
              screen);
      if (rows.isForReading()) {
        boolean more = shown == most && answer.rows().hasNext();
        screen
            .out()
            .println(
                "\n"
                    + screen.say("Rows shown: %,d", "Filas mostradas: %,d").formatted(shown)
                    + (more ? screen.say("; more with --limit N", "; más con --limit N") : ""));
      }
    }
    return ExitCode.DONE;
  }

  /** Tables that the query may mean: Spark looks into the file of each view. */
  private List<String> tables(Version version) throws Exception {
    Set<String> words =
        Arrays.stream(query.toLowerCase(Locale.ROOT).split("\\W+")).collect(Collectors.toSet());
    return version.tables().stream().filter(words::contains).toList();
  }

  private static List<TableColumn> columns(SqlSession.Answer answer) {
    List<TableColumn> columns = new ArrayList<>();
    for (int i = 0; i < answer.names().size(); i++) {
      Class<?> type = answer.types().get(i);
      ColumnType shown =
          Arrays.stream(ColumnType.values())
              .filter(known -> known.boxed() == type)
              .findFirst()
              .orElse(Number.class.isAssignableFrom(type) ? ColumnType.DOUBLE : ColumnType.STRING);
      columns.add(new TableColumn(answer.names().get(i), shown, true, new Text("", "")));
    }
    return columns;
  }
}
