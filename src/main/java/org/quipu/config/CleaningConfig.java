package org.quipu.config;

import java.math.BigDecimal;

/**
 * What separates {@code clean} from {@code raw}.
 *
 * @param scaleBounds whether answers outside the item's scale are missing
 * @param minAnsweredShare respondents who answered less than this share of the items are left out;
 *     0 is off
 * @param fence scores beyond this many interquartile ranges from the quartiles are left out; 0 is
 *     off
 */
public record CleaningConfig(boolean scaleBounds, BigDecimal minAnsweredShare, BigDecimal fence) {}
