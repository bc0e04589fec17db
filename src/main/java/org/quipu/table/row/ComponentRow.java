package org.quipu.table.row;

import org.quipu.table.Column;

/** What one item has to do with one principal component of an instrument. */
public record ComponentRow(
    String study,
    String cleaning,
    String level,
    String unitId,
    @Column(
            en =
                "principal component of the items' correlations, from 1, largest first; NULL of "
                    + "an item that was left out",
            es =
                "componente principal de las correlaciones de los ítems, desde 1, el mayor "
                    + "primero; NULL de un ítem omitido")
        Integer component,
    @Column(en = "the item", es = "el ítem") String itemId,
    @Column(
            en =
                "the item's element of the eigenvector of length 1; the largest of a component "
                    + "is positive",
            es =
                "elemento del ítem en el vector propio de longitud 1; el mayor de un componente "
                    + "es positivo")
        Double loading,
    @Column(
            en = "correlation of the item with the component: loading × √eigenvalue",
            es = "correlación del ítem con el componente: loading × √valor propio")
        Double itemCorrelation,
    @Column(en = "eigenvalue of the component", es = "valor propio del componente")
        Double eigenvalue,
    @Column(
            en = "share of the items' variance that the component explains, 0 to 1",
            es = "proporción de la varianza de los ítems que explica el componente, de 0 a 1")
        Double varianceExplained,
    @Column(
            en = "the same share for this component and those before it",
            es = "la misma proporción para este componente y los anteriores")
        Double cumulative,
    @Column(
            en = "respondents who answered both items of a pair, in the pair with the fewest",
            es = "encuestados que respondieron ambos ítems de un par, en el par con menos")
        long n,
    String state,
    String reason,
    String reasonEs) {}
