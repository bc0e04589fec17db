/**
 * Models of facilities, DIRESAs and instruments that Spark's MLlib fits or whose linear algebra
 * comes with it. Their inputs are result rows and summaries, a few hundred numbers; they are sorted
 * and handed over in one partition, so that a fit does not depend on the order of rows or on the
 * number of cores.
 */
package org.quipu.model;
