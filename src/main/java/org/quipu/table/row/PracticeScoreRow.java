package org.quipu.table.row;

import org.quipu.table.Column;

/**
 * Good practices that a DIRESA uses, in percent of those possible, per management function and in
 * all.
 */
public record PracticeScoreRow(
    String diresaId,
    @Column(
            en = "management function; all for the total",
            es = "función de gestión; all para el total")
        String function,
    @Column(en = "good practices marked", es = "buenas prácticas marcadas") long goodUsed,
    @Column(en = "good practices that could be marked", es = "buenas prácticas que podían marcarse")
        long goodPossible,
    @Column(
            en = "good_used in percent of good_possible",
            es = "good_used en porcentaje de good_possible")
        Double percent) {}
