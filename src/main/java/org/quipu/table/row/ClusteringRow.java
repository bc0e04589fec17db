package org.quipu.table.row;

import org.quipu.table.Column;

/** How alike the respondents of one facility answer, and what that costs in precision. */
public record ClusteringRow(
    String study,
    String cleaning,
    String level,
    String unitId,
    String variable,
    String kind,
    @Column(en = "level of the clusters", es = "nivel de los conglomerados") String clusterLevel,
    @Column(en = "clusters with a value", es = "conglomerados con algún valor") long clusters,
    long n,
    @Column(
            name = "icc1",
            en = "ICC(1): share of the variance that lies between clusters, by their mean size",
            es = "ICC(1): proporción de la varianza entre conglomerados, según su tamaño medio")
        Double icc1,
    @Column(
            name = "icc2",
            en = "ICC(2): reliability of the cluster means",
            es = "ICC(2): fiabilidad de las medias de los conglomerados")
        Double icc2,
    @Column(
            en =
                "factor by which clustering multiplies the variance of the mean; by the ICC for clusters of their sizes (Donner 1986), which is not quite icc1 where these differ",
            es =
                "factor por el que la conglomeración multiplica la varianza de la media; según la CCI para los tamaños de los conglomerados (Donner 1986), que difiere algo de icc1 si son desiguales")
        Double designEffect,
    @Column(
            en =
                "n divided by the design effect; NULL where that is not above 0, as where clusters differ less than chance would have them",
            es =
                "n dividido por el efecto de diseño; NULL si este no es mayor que 0, como cuando los conglomerados difieren menos que por azar")
        Double effectiveN,
    String state,
    String reason,
    String reasonEs) {}
