/**
 * Models of facilities, DIRESAs and instruments, fitted by the steps of Spark's MLlib or by the
 * linear algebra that comes with it. Their inputs are result rows and summaries, a few hundred
 * numbers, and sorted, so that a fit does not depend on the order of rows or on the number of
 * cores; none needs a Spark context.
 */
package org.quipu.model;
