package org.quipu.source;

import java.io.Serializable;

/**
 * A part of a file that one task reads: whole records, never half of one.
 *
 * @param start first byte, the start of a record
 * @param end one past the last byte
 * @param firstLine the line that {@code start} stands on, the first of the file being 1
 */
public record Split(long start, long end, long firstLine) implements Serializable {
  private static final long serialVersionUID = 1L;
}
