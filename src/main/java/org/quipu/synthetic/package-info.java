/**
 * Synthetic inputs of any size whose truth is known: what {@code quipu synthesize} writes.
 *
 * <p>Every value is a pure function of the seed and of where it stands (facility, month, indicator;
 * respondent, item), never of a value before it, so that any part can be made alone, by any thread,
 * in any order, and the files are the same to the byte. Planted truth is kept by construction: what
 * is known of goals follows from whole-number identities, not from having read the rows back.
 */
package org.quipu.synthetic;
