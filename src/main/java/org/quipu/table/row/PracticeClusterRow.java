package org.quipu.table.row;

import org.quipu.table.Column;

/** The cluster of DIRESAs with similar practices that one DIRESA is in. */
public record PracticeClusterRow(
    String diresaId,
    @Column(
            en = "its cluster, from 1; cluster 1 uses the most practices",
            es = "su conglomerado, desde 1; el conglomerado 1 usa más prácticas")
        Integer cluster,
    @Column(en = "number of clusters", es = "número de conglomerados") Integer k,
    @Column(
            en = "how much nearer the DIRESA lies to its own cluster than to the next, -1 to 1",
            es = "cuánto más cerca está la DIRESA de su conglomerado que del siguiente, de -1 a 1")
        Double silhouette,
    @Column(
            en = "practices that it uses, of those compared",
            es = "prácticas que usa, de las comparadas")
        long practicesUsed,
    @Column(
            en = "practices compared: those that every DIRESA gave an answer on",
            es = "prácticas comparadas: aquellas sobre las que respondieron todas las DIRESA")
        long practices,
    @Column(
            en = "how the number of clusters was chosen",
            es = "cómo se eligió el número de conglomerados")
        String criterion,
    String state,
    String reason,
    String reasonEs) {}
