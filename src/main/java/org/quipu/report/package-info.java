/**
 * What a person reads of a run: the screen at its end, the same for machines, a page with plots.
 * All of it is made from result rows alone.
 */
package org.quipu.report;
