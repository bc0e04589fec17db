package org.quipu.source;

import java.io.Serializable;

/**
 * What is wrong with a record that its reader could not make sense of, in English and Spanish. Such
 * a record is handed on like any other, so that it is counted and quarantined, never lost.
 */
public record Defect(String en, String es) implements Serializable {
  private static final long serialVersionUID = 1L;
}
