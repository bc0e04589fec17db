package org.quipu.config;

/**
 * What ends a run with exit code 4.
 *
 * @param figures a figure check that differs
 * @param quality a quality check or gate that fails
 */
public record StrictConfig(boolean figures, boolean quality) {}
