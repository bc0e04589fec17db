/**
 * One record per result table. Components are columns in order; primitives are never NULL, boxed
 * types and strings may be; a record component (see {@link org.quipu.table.row.Summary}) is
 * flattened. The writer adds {@code run_id} as the first column.
 */
package org.quipu.table.row;
