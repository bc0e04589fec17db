package org.quipu.table.row;

import org.quipu.table.Column;

/** One item within its scale. */
public record ItemAnalysisRow(
    String study,
    String cleaning,
    String scale,
    @Column(en = "the item", es = "el ítem") String itemId,
    long n,
    @Column(en = "mean", es = "media") Double mean,
    @Column(en = "standard deviation, with n − 1", es = "desviación estándar, con n − 1") Double sd,
    @Column(
            en = "correlation of the item with the sum of the other items",
            es = "correlación del ítem con la suma de los demás ítems")
        Double itemRestR,
    @Column(en = "alpha of the scale without the item", es = "alfa de la escala sin el ítem")
        Double alphaIfDropped,
    @Column(
            en =
                "whether the item goes against the others (item_rest_r below 0), as one does that the instrument should call reversed; nothing is turned by itself",
            es =
                "si el ítem va en contra de los demás (item_rest_r menor que 0), como uno que el instrumento debería dar por invertido; nada se invierte por sí solo")
        Boolean wrongDirection) {}
