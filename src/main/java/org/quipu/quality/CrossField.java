package org.quipu.quality;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Arrays;
import java.util.Optional;

/** Rules about how the columns of an indicator row go together. */
sealed interface CrossField extends Rule {

  @Override
  default Severity severity() {
    return Severity.WARN;
  }

  /** Where one number is given, so is another. */
  record GivenWith(int column, String name, int other, String otherName) implements CrossField {
    private static final long serialVersionUID = 1L;

    @Override
    public String id() {
      return otherName + "_given_with_" + name;
    }

    @Override
    public Sentence meaning() {
      return new Sentence(
          "Where " + name + " has a value, so has " + otherName + ".",
          "Donde " + name + " tiene un valor, también lo tiene " + otherName + ".");
    }

    @Override
    public boolean passes(RowView row) {
      return row.isMissing(column) || !row.isMissing(other);
    }

    @Override
    public Sentence failure(RowView row) {
      return new Sentence(
          "Column " + name + " holds '" + row.text(column) + "' and " + otherName + " is empty.",
          "La columna "
              + name
              + " contiene «"
              + row.text(column)
              + "» y "
              + otherName
              + " está vacía.");
    }
  }

  /** At least one of some columns has a value; a row without any says nothing. */
  record AnyGiven(int[] columns, String names) implements CrossField {
    private static final long serialVersionUID = 1L;

    @Override
    public String id() {
      return "row_says_something";
    }

    @Override
    public Severity severity() {
      return Severity.REJECT;
    }

    @Override
    public Sentence meaning() {
      return new Sentence(
          "At least one of " + names + " has a value.",
          "Al menos una de " + names + " tiene un valor.");
    }

    @Override
    public boolean passes(RowView row) {
      return Arrays.stream(columns).anyMatch(column -> !row.isMissing(column));
    }

    @Override
    public Sentence failure(RowView row) {
      return new Sentence(
          "None of " + names + " has a value.", "Ninguna de " + names + " tiene un valor.");
    }
  }

  /** A row was reported so many days after its period ended, at most. */
  record Timely(int period, int reported, int days) implements CrossField {
    private static final long serialVersionUID = 1L;

    @Override
    public String id() {
      return "reported_in_time";
    }

    @Override
    public Optional<BigDecimal> threshold() {
      return Optional.of(BigDecimal.valueOf(days));
    }

    @Override
    public Rule withThreshold(BigDecimal threshold) {
      return new Timely(period, reported, threshold.intValue());
    }

    @Override
    public Sentence meaning() {
      return new Sentence(
          "A row is reported (reported_on) at most " + days + " days after its period ends.",
          "Una fila se reporta (reported_on) a más tardar "
              + days
              + " días después del fin de su periodo.");
    }

    @Override
    public boolean passes(RowView row) {
      if (row.isMissing(reported) || !row.isValid(period)) {
        return true;
      }
      String date = row.text(reported);
      try {
        LocalDate day = LocalDate.parse(date.length() > 10 ? date.substring(0, 10) : date);
        return !day.isAfter(end(row.text(period)).plusDays(days));
      } catch (DateTimeException e) {
        return false; // what is no date says nothing of its being in time
      }
    }

    private static LocalDate end(String period) {
      return period.length() == 4
          ? LocalDate.of(Integer.parseInt(period), 12, 31)
          : YearMonth.parse(period).atEndOfMonth();
    }

    @Override
    public Sentence failure(RowView row) {
      return Sentences.notAllowed(
          "reported_on",
          row.text(reported),
          "a date (2007-03-31) at most " + days + " days after " + row.text(period),
          "una fecha (2007-03-31) a más tardar " + days + " días después de " + row.text(period));
    }
  }
}
