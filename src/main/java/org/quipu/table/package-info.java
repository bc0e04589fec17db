/**
 * Result tables: their contract, the files they are kept in, and the versions in which they are
 * published.
 *
 * <p>{@link org.quipu.table.Tables} lists every table; a row of each is a record in {@link
 * org.quipu.table.row}, whose components are the columns. To add a column, add a component; to add
 * a table, add a record and a line to the list. A run takes the {@link org.quipu.table.Warehouse},
 * writes to a {@link org.quipu.table.Staging} and commits it; readers open the current {@link
 * org.quipu.table.Version}. Nothing here needs Spark.
 */
package org.quipu.table;
