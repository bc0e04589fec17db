package org.quipu.synthetic;

/** One column of a large source; any value of it may be missing. */
record OutputColumn(String name, Type type) {

  enum Type {
    /** Text of few different values: Parquet keeps a dictionary. */
    CODE,
    /** Text that is different in every row. */
    KEY,
    /** Whole number of 64 bits. */
    LONG,
    /** Whole number of 32 bits. */
    INT
  }
}
