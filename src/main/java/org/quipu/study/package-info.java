/**
 * The studies: pure functions from small inputs and summaries to rows of result tables. Nothing
 * here knows Spark or files.
 */
package org.quipu.study;
