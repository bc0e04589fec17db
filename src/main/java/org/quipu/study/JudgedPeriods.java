package org.quipu.study;

import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import org.quipu.summary.GoalCursor;

/** The judged goals period by period, one of them in memory at a time. */
final class JudgedPeriods implements Iterator<JudgedPeriod> {
  private final GoalCursor cursor;
  private final boolean[] lowerIsBetter;
  private boolean more;

  JudgedPeriods(GoalCursor cursor, IndicatorCatalog catalog) {
    List<String> indicatorIds = cursor.indicatorIds();
    this.cursor = cursor;
    this.lowerIsBetter = new boolean[indicatorIds.size()];
    for (int i = 0; i < lowerIsBetter.length; i++) {
      lowerIsBetter[i] = catalog.lowerIsBetter().contains(indicatorIds.get(i));
    }
    this.more = cursor.next();
  }

  @Override
  public boolean hasNext() {
    return more;
  }

  @Override
  public JudgedPeriod next() {
    if (!more) {
      throw new NoSuchElementException();
    }
    JudgedPeriod period = new JudgedPeriod(cursor.period());
    while (more && cursor.period().equals(period.period())) {
      period.add(cursor, lowerIsBetter);
      more = cursor.next();
    }
    return period;
  }
}
