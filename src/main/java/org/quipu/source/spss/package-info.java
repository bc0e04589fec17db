/**
 * SPSS system files ({@code .sav}, {@code .zsav}), after the description of the format in the PSPP
 * developers' guide, "System File Format".
 */
package org.quipu.source.spss;
