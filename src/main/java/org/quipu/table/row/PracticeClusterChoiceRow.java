package org.quipu.table.row;

import org.quipu.table.Column;

/** One number of clusters of DIRESAs that was tried. */
public record PracticeClusterChoiceRow(
    @Column(en = "number of clusters", es = "número de conglomerados") int k,
    @Column(
            en = "sum of squared distances to the centres of the clusters",
            es = "suma de distancias al cuadrado a los centros de los conglomerados")
        double withinSumOfSquares,
    @Column(
            en = "mean silhouette; distance is the number of practices in which two DIRESAs differ",
            es = "silueta media; la distancia es el número de prácticas en que difieren dos DIRESA")
        double meanSilhouette,
    @Column(
            en =
                "whether it was chosen: the largest mean silhouette, of equals the fewest clusters",
            es = "si fue elegido: la mayor silueta media y, entre iguales, menos conglomerados")
        boolean chosen) {}
