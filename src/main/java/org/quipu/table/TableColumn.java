package org.quipu.table;

/**
 * One column of a result table.
 *
 * @param name lower snake_case
 * @param type what its values are
 * @param nullable whether a value may be absent
 * @param about what it holds
 */
public record TableColumn(String name, ColumnType type, boolean nullable, Text about) {}
