package org.quipu.benchmark;

import java.util.List;

/**
 * One part of the reference work in DuckDB, timed apart.
 *
 * @param name what it makes
 * @param statements SQL, in order
 */
record Step(String name, List<String> statements) {}
