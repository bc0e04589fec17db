package org.quipu.source;

/**
 * One canonical column of an input.
 *
 * @param name ASCII snake_case
 * @param type what its text must be
 * @param need whether the column may be absent, or a value in it
 */
public record ContractColumn(String name, ColumnType type, Need need) {

  /** How much an input needs a column. */
  public enum Need {
    /**
     * The column is there and every row has a value in it; with the other keys it names the row.
     */
    KEY,
    /** The column is there and every row has a value in it. */
    VALUE,
    /** The column is there; a row without a value in it is missing, not wrong. */
    COLUMN,
    /** The column itself may be absent. */
    OPTIONAL
  }

  /** Whether a file without this column breaks its contract. */
  public boolean isRequired() {
    return need != Need.OPTIONAL;
  }

  /** Whether a row without a value here breaks its contract. */
  public boolean needsValue() {
    return need == Need.KEY || need == Need.VALUE;
  }
}
