package org.quipu.table.row;

import org.quipu.table.Column;

/** What the management survey asks. */
public record SurveySizeRow(
    @Column(en = "questions", es = "preguntas") long questions,
    @Column(en = "options in all questions", es = "opciones en todas las preguntas") long options,
    @Column(
            en = "options classified as good practice",
            es = "opciones clasificadas como buena práctica")
        long good,
    @Column(
            en = "options classified as less effective",
            es = "opciones clasificadas como menos efectivas")
        long lessEffective) {}
