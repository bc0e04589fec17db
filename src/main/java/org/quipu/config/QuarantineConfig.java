package org.quipu.config;

import java.math.BigDecimal;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * Gate on the quarantined rows of each source, and what of them is held in memory.
 *
 * @param maxRate the greatest share of the rows read, 0 to 1; empty: no gate
 * @param maxRows the greatest number of rows; empty: no gate
 * @param rowsInMemory rows of one part of a file; when there are more, all wait on disk
 */
public record QuarantineConfig(
    Optional<BigDecimal> maxRate, OptionalLong maxRows, int rowsInMemory) {}
