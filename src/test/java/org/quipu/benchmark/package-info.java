/**
 * The benchmark: the same tables from the same files by Quipu, by DuckDB and by plain Spark SQL,
 * each a process of its own, in turn; started by {@code jobs/benchmark}. Not part of the tests.
 */
package org.quipu.benchmark;
