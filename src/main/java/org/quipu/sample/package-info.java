/**
 * The reconstruction in {@code data-samples/}: synthetic rows that reproduce the figures that the
 * two papers published (Altobelli 2024, doi:10.9745/GHSP-D-23-00402; Perales 2024), to the
 * published precision. No row describes a real DIRESA, facility or person.
 *
 * <p>One class an input table. Everything follows from fixed seeds and from algorithms that Java
 * specifies ({@link java.util.Random}, {@link java.lang.StrictMath}), so every machine writes the
 * same bytes.
 */
package org.quipu.sample;
