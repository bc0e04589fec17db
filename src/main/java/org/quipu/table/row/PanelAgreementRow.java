package org.quipu.table.row;

import org.quipu.table.Column;

/** How far the experts of the panel agree on good and less effective options. */
public record PanelAgreementRow(
    @Column(
            en = "management function; all for the whole survey",
            es = "función de gestión; all para toda la encuesta")
        String function,
    @Column(en = "options rated", es = "opciones calificadas") long options,
    @Column(en = "experts", es = "expertos") long experts,
    @Column(
            en = "percent_agreement, fleiss_kappa or gwet_ac1",
            es = "percent_agreement, fleiss_kappa o gwet_ac1")
        String method,
    Double estimate,
    Double confLow,
    Double confHigh,
    String state,
    String reason,
    String reasonEs) {}
