package org.quipu.source;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import org.quipu.source.dialect.Mapped;
import org.quipu.source.dialect.Pivoted;
import org.quipu.source.dialect.Plan;

/**
 * The canonical records of a file in another dialect. Each keeps line and text of the row that it
 * comes from, without the fields that are never read.
 */
final class DialectRecordReader implements RecordReader {
  private final RecordReader rows;
  private final Plan plan;
  private final int width;
  private final boolean hides;
  private final TextRecord record = new TextRecord();
  private Iterator<String[]> pending = List.<String[]>of().iterator();
  private final Optional<Pivoted> pivoted;
  private Iterator<Pivoted.Gathered> gathered;
  private TextRecord row;
  private String raw;

  /**
   * @param rows of the file
   * @param width columns of the file
   */
  DialectRecordReader(RecordReader rows, Plan plan, int width) {
    this.rows = rows;
    this.plan = plan;
    this.width = width;
    this.hides = plan.hidesAny();
    this.pivoted = plan.pivoted();
    record.writtenBy(separator -> raw != null ? raw : raw(separator));
  }

  @Override
  public TextRecord next() throws IOException {
    if (pending.hasNext()) {
      return fill(row.line(), pending.next());
    }
    while (gathered == null) {
      row = rows.next();
      if (row == null) {
        gathered =
            pivoted
                .map(all -> all.rows().iterator())
                .orElse(List.<Pivoted.Gathered>of().iterator());
        break;
      }
      raw = null;
      String[] fields = whole() ? fields() : null;
      if (fields == null) {
        return failed();
      }
      if (pivoted.isEmpty()) {
        return first(plan.map(fields));
      }
      if (!pivoted.get().add(fields, row.line(), raw(','))) {
        return leftOut();
      }
    }
    if (!gathered.hasNext()) {
      return null;
    }
    Pivoted.Gathered next = gathered.next();
    raw = next.raw();
    return fill(next.line(), next.cells());
  }

  private boolean whole() {
    return row.defect() == null && row.width() == width;
  }

  private String[] fields() {
    String[] fields = new String[width];
    for (int i = 0; i < width; i++) {
      fields[i] = plan.isHidden(i) ? "" : row.text(i);
    }
    return fields;
  }

  private TextRecord first(Mapped mapped) {
    if (!mapped.inScope()) {
      return leftOut();
    }
    if (mapped.problem() != null) {
      blank();
      record.fail(new Defect(mapped.problem().en(), mapped.problem().es()));
      return record;
    }
    pending = mapped.rows().iterator();
    return fill(row.line(), pending.next());
  }

  private TextRecord fill(long line, String[] cells) {
    record.begin(line);
    for (String cell : cells) {
      record.add(cell);
    }
    return record;
  }

  private void blank() {
    record.begin(row.line());
    plan.header().forEach(name -> record.add(""));
  }

  private TextRecord leftOut() {
    blank();
    record.leaveOut();
    return record;
  }

  private TextRecord failed() {
    blank();
    int fields = row.width();
    record.fail(
        row.defect() != null
            ? row.defect()
            : new Defect(
                "The row has " + fields + " fields; the header has " + width + ".",
                "La fila tiene " + fields + " campos; el encabezado tiene " + width + "."));
    return record;
  }

  private String raw(char separator) {
    if (!hides) {
      return row.raw(separator);
    }
    if (!whole()) {
      return "(not kept: in a damaged row names or phones cannot be told from the rest)";
    }
    List<String> shown = new ArrayList<>();
    for (int i = 0; i < width; i++) {
      shown.add(plan.isHidden(i) ? "" : row.text(i));
    }
    return DelimitedLine.of(shown, separator);
  }

  @Override
  public void close() throws IOException {
    rows.close();
  }
}
