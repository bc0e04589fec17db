package org.quipu.quality;

/** Something kept that holds the books of rows, some of which may lie beside it. */
public interface HoldsBook {
  Book book();
}
