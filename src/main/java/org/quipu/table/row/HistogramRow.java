package org.quipu.table.row;

import org.quipu.table.Column;

/** One bin of a histogram; the bins of a variable sum to its n. */
public record HistogramRow(
    String study,
    String cleaning,
    String level,
    String unitId,
    String variable,
    String kind,
    @Column(en = "number of the bin, from 1", es = "número del intervalo, desde 1") int bin,
    @Column(en = "lower end of the bin", es = "extremo inferior del intervalo") double lower,
    @Column(en = "upper end of the bin", es = "extremo superior del intervalo") double upper,
    @Column(en = "values in the bin", es = "valores en el intervalo") long count) {}
