package org.quipu.table.row;

import org.quipu.table.Column;

/** One variable over the DIRESAs of one performance group. */
public record GroupSummaryRow(
    int group,
    String variable,
    @Column(en = "DIRESAs in the group with a value", es = "DIRESAs del grupo con un valor")
        long units,
    Long facilities,
    @Column(en = "mean weighted by facilities", es = "media ponderada por establecimientos")
        Double meanWeighted,
    @Column(
            en = "mean over DIRESAs, each counting once",
            es = "media entre DIRESAs, cada una cuenta una vez")
        Double meanUnweighted,
    Double min,
    Double max) {}
