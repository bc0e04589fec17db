package org.quipu.source;

import java.util.List;
import java.util.Optional;
import org.apache.parquet.schema.LogicalTypeAnnotation;
import org.apache.parquet.schema.MessageType;
import org.apache.parquet.schema.Type;
import org.quipu.config.SourceConfig;
import org.quipu.source.dialect.Plan;

/**
 * Columns of a Parquet file that hold no single value a row: lists, structs, maps. Where a source
 * needs the value, to call such a column missing would send its owner looking for what is there.
 */
final class NestedColumns {
  private NestedColumns() {}

  /**
   * @param header names of the columns with single values
   * @throws InputException if a column that is required, or that configuration names, is nested
   */
  static void requireNone(
      MessageType schema, List<String> header, InputFile file, SourceConfig config) {
    Optional<Plan> plan = Plan.of(config, header);
    for (SourceContract contract : SourceContract.ALL) {
      if (contract.name().equals(config.name())) {
        contract.columns().stream()
            .filter(column -> column.isRequired() || config.columns().containsKey(column.name()))
            .filter(column -> plan.isEmpty() || isLacking(column.name(), plan.get()))
            .map(column -> wanted(column.name(), plan, config))
            .filter(name -> header.stream().noneMatch(name::equalsIgnoreCase))
            .forEach(name -> requireSingle(name, schema, file));
      }
    }
  }

  private static boolean isLacking(String column, Plan plan) {
    return plan.lacking().containsKey(column) || !plan.header().contains(column);
  }

  private static String wanted(String column, Optional<Plan> plan, SourceConfig config) {
    String named = config.columns().getOrDefault(column, column);
    return plan.map(known -> known.lacking().getOrDefault(column, named)).orElse(named);
  }

  private static void requireSingle(String name, MessageType schema, InputFile file) {
    for (Type field : schema.getFields()) {
      boolean nested = !field.isPrimitive() || field.isRepetition(Type.Repetition.REPEATED);
      if (nested && field.getName().equalsIgnoreCase(name)) {
        Kind kind = Kind.of(field);
        throw new InputException(
            file.path()
                + ": column '"
                + field.getName()
                + "' is a "
                + kind.en
                + "; allowed is one value a row: a text, a number, a date or a flag.",
            file.path()
                + ": la columna «"
                + field.getName()
                + "» es "
                + kind.es
                + "; se permite un valor por fila: un texto, un número, una fecha o un indicador.");
      }
    }
  }

  private enum Kind {
    LIST("list", "una lista"),
    MAP("map", "un mapa"),
    STRUCT("struct", "una estructura");

    private final String en;
    private final String es;

    Kind(String en, String es) {
      this.en = en;
      this.es = es;
    }

    static Kind of(Type field) {
      LogicalTypeAnnotation logical = field.getLogicalTypeAnnotation();
      if (logical instanceof LogicalTypeAnnotation.MapLogicalTypeAnnotation) {
        return MAP;
      }
      return field.isRepetition(Type.Repetition.REPEATED)
              || logical instanceof LogicalTypeAnnotation.ListLogicalTypeAnnotation
          ? LIST
          : STRUCT;
    }
  }
}
