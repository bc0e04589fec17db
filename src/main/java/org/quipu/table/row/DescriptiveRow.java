package org.quipu.table.row;

/** One variable of a survey described over the respondents of one unit. */
public record DescriptiveRow(
    String study, String cleaning, String level, String unitId, String variable, Summary summary) {}
