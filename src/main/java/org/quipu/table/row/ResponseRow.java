package org.quipu.table.row;

import org.quipu.table.Column;

/** Who answered the management survey, and how much of the programme they speak for. */
public record ResponseRow(
    String study,
    @Column(en = "DIRESAs surveyed", es = "DIRESAs encuestadas") Long surveyed,
    @Column(en = "DIRESAs that responded", es = "DIRESAs que respondieron") long responding,
    @Column(
            en = "CLAS facilities that the responding DIRESAs report on",
            es = "establecimientos CLAS sobre los que informan las DIRESAs que respondieron")
        Long clasFacilitiesReported,
    @Column(en = "CLAS facilities of the country", es = "establecimientos CLAS del país")
        Long clasFacilitiesTotal,
    @Column(
            en = "clas_facilities_reported in percent of clas_facilities_total",
            es = "clas_facilities_reported en porcentaje de clas_facilities_total")
        Double percent) {}
