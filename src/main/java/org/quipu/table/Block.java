package org.quipu.table;

import java.util.List;
import java.util.function.Supplier;

/**
 * Some rows of a table that stand behind all rows of the block before, by all columns.
 *
 * @param key names all that the rows depend on, without blanks: the same key, the same rows
 * @param rows the rows in any order, made when they are asked for
 */
public record Block<R extends Record>(String key, Supplier<List<R>> rows) {}
