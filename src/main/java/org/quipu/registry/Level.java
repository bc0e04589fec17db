package org.quipu.registry;

import java.util.List;
import java.util.Locale;

/** The levels at which units are described, from the nation down. */
public enum Level {
  NATIONAL,
  DIRESA,
  NETWORK,
  MICRONETWORK,
  FACILITY,
  /** A set of DIRESAs: higher or lower performing. */
  GROUP;

  /** Made once: millions of rows name it. */
  private final String id = name().toLowerCase(Locale.ROOT);

  /** The levels of the tree, from the nation down. */
  public static final List<Level> TREE = List.of(NATIONAL, DIRESA, NETWORK, MICRONETWORK, FACILITY);

  /** The name in result tables. */
  public String id() {
    return id;
  }
}
