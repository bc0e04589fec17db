package org.quipu.quality;

import java.io.Serializable;

/** One sentence for people, in the two languages that they read. */
public record Sentence(String en, String es) implements Serializable {
  private static final long serialVersionUID = 1L;
}
