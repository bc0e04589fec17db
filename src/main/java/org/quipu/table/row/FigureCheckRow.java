package org.quipu.table.row;

import org.quipu.table.Column;

/** One published figure held against the one that the run computes. */
public record FigureCheckRow(
    @Column(en = "the figure", es = "la cifra") String figureId,
    @Column(en = "the publication", es = "la publicación") String source,
    @Column(en = "what the figure is of", es = "de qué es la cifra") String quantity,
    @Column(en = "the figure as published", es = "la cifra publicada") Double published,
    @Column(en = "the figure as computed", es = "la cifra calculada") Double computed,
    @Column(en = "computed less published", es = "calculada menos publicada") Double difference,
    @Column(
            en = "reproduced, differs, inconsistent or not_computable",
            es =
                "reproduced: reproducida; differs: difiere; inconsistent: inconsistente; not_computable: no computable")
        String verdict,
    String detailEs,
    String detailEn) {}
