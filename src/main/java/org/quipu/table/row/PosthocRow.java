package org.quipu.table.row;

import org.quipu.table.Column;

/** One pair of groups compared after a test over several. */
public record PosthocRow(
    String study,
    String cleaning,
    String level,
    String unitId,
    String variable,
    @Column(
            en = "what is compared across: dimension, diresa, network or group",
            es = "entre qué se compara: dimension, diresa, network o group")
        String grouping,
    @Column(en = "tukey_hsd, games_howell or dunn_holm", es = "tukey_hsd, games_howell o dunn_holm")
        String method,
    @Column(en = "first group", es = "primer grupo") String groupA,
    @Column(en = "second group", es = "segundo grupo") String groupB,
    @Column(
            en = "difference of group_a and group_b (of means, or of mean ranks)",
            es = "diferencia entre group_a y group_b (de medias o de rangos medios)")
        Double estimate,
    Double statistic,
    Double df,
    Double confLow,
    Double confHigh,
    Double pValue,
    Double pAdjusted,
    String state,
    String reason,
    String reasonEs) {}
