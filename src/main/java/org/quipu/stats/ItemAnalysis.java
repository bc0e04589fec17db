package org.quipu.stats;

/**
 * One item as part of a scale. The mean is of the answers as they were given; the other figures
 * count a reversed item from the other end.
 *
 * @param item position of the item
 * @param n respondents who answered it
 * @param mean null where nobody did
 * @param sd n − 1 below; null for fewer than two answers
 * @param itemRestR correlation with the scale without the item; below 0 the item may be keyed the
 *     wrong way. Null where undefined
 * @param alphaIfDropped alpha of the scale without the item; null where undefined
 */
public record ItemAnalysis(
    int item, long n, Double mean, Double sd, Double itemRestR, Double alphaIfDropped) {}
