package org.quipu.table;

import java.time.Instant;

/** The types a column may have, each as its Java class reads. */
public enum ColumnType {
  STRING(String.class),
  BOOLEAN(Boolean.class),
  INT(Integer.class),
  LONG(Long.class),
  DOUBLE(Double.class),
  /** Microseconds since 1970, UTC. */
  TIMESTAMP(Instant.class);

  private final Class<?> boxed;

  ColumnType(Class<?> boxed) {
    this.boxed = boxed;
  }

  /** The class of the values, boxed. */
  public Class<?> boxed() {
    return boxed;
  }

  /** Whether values are numbers. */
  public boolean numeric() {
    return this == INT || this == LONG || this == DOUBLE;
  }
}
