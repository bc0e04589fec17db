package org.quipu.stats;

/**
 * How large a difference is, apart from how sure it is.
 *
 * @param name lower snake_case of the usual name, e.g. {@code omega_squared}
 * @param estimate its estimate
 * @param confLow lower end of its interval, null where none is given
 * @param confHigh upper end of its interval, null where none is given
 */
public record EffectSize(String name, Double estimate, Double confLow, Double confHigh) {}
