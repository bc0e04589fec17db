package org.quipu.summary;

import java.io.IOException;
import java.io.Serializable;
import org.quipu.quality.Book;
import org.quipu.quality.Duplicates;
import org.quipu.quality.QuarantineSink;
import org.quipu.quality.Quarantined;
import org.quipu.quality.RowChecker;
import org.quipu.quality.RowView;
import org.quipu.quality.Rule;
import org.quipu.source.RecordReader;
import org.quipu.source.TextRecord;

/** What tasks do where rows that share their keys are too many to be brought to the driver. */
final class ContestedScan {
  private ContestedScan() {}

  /**
   * What a task took out of one part.
   *
   * @param summary of the rows that were taken
   * @param book of those that contradict others, all in quarantine
   */
  record Taken<S>(int file, S summary, Book book, long duplicates, long contradicting)
      implements Serializable {
    private static final long serialVersionUID = 1L;
  }

  /** Where the accepted rows of some keys stand in a part. */
  static ContestedPlaces places(PassPlan<?> plan, PassPlan.Part part, WantedKeys wanted)
      throws IOException {
    PassPlan.FilePlan file = plan.files().get(part.file());
    int[] keys = plan.reduction().keyColumns(file.layout());
    RowView view = new RowView(file.layout());
    RowView kept = new RowView(file.layout());
    RowChecker checker = new RowChecker(file.profile(), file.rules(), file.disclosure());
    ContestedPlaces places = new ContestedPlaces();
    try (RecordReader reader = plan.open(part)) {
      for (TextRecord next = reader.next(); next != null; next = reader.next()) {
        long hash = plan.reduction().keyHash(view.of(next, keys), keys);
        if (wanted.contains(hash) && checker.accepts(view.of(next))) {
          kept.of(file.disclosure().keep(next).record());
          places.add(hash, text(kept, keys), content(kept), part.file(), next.line());
        }
      }
    }
    return places;
  }

  private static long text(RowView row, int[] keys) {
    return ContestedPlaces.hash(Rule.key(row, keys));
  }

  private static long content(RowView row) {
    return ContestedPlaces.hash(row.canonical().toString());
  }

  /** Sums the rows of a part that are taken, and puts those that contradict others aside. */
  static <S extends Summary<S>> Taken<S> take(PassPlan<S> plan, TakenRows rows) throws IOException {
    PassPlan.FilePlan file = plan.files().get(rows.part().file());
    int[] keys = plan.reduction().keyColumns(file.layout());
    RowView view = new RowView(file.layout());
    RowView kept = new RowView(file.layout());
    S summary = plan.reduction().empty();
    Reduction.Fold<S> fold = plan.reduction().fold(file.layout(), file.path());
    String name = plan.name(rows.part()) + ".contested";
    QuarantineSink aside = plan.quarantine().sink(name);
    long duplicates = 0;
    long contradicting = 0;
    try (RecordReader reader = plan.open(rows.part())) {
      for (TextRecord next = reader.next(); next != null; next = reader.next()) {
        if (!next.isInScope() || next.defect() != null || !rows.has(next.line())) {
          continue;
        }
        long hash = plan.reduction().keyHash(view.of(next, keys), keys);
        TextRecord.Kept record = file.disclosure().keep(next);
        int found = rows.find(next.line(), hash, content(kept.of(record.record())));
        if (found == TakenRows.NONE) {
          continue;
        }
        fold.add(summary, kept);
        int other = rows.otherFiles()[found];
        if (other == TakenRows.NONE) {
          duplicates++;
        } else {
          contradicting++;
          String place = plan.files().get(other).path() + ":" + rows.otherLines()[found];
          aside.add(contradicting(plan, file, kept, keys, record, place));
        }
      }
    }
    return new Taken<>(rows.part().file(), summary, aside.book(), duplicates, contradicting);
  }

  private static Quarantined contradicting(
      PassPlan<?> plan,
      PassPlan.FilePlan file,
      RowView row,
      int[] keys,
      TextRecord.Kept record,
      String place) {
    String key = Rule.key(row, keys).replace(Rule.KEY_SEPARATOR, "/");
    return new Quarantined(
        plan.reduction().contract().name(),
        file.path(),
        record.line(),
        file.disclosure().shown(record),
        Duplicates.CONTRADICTING,
        Duplicates.contradiction(file.disclosure().pseudonyms().shown(key), place));
  }
}
