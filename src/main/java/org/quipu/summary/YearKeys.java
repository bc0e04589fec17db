package org.quipu.summary;

/**
 * How many facilities and indicators have a number for a whole year.
 *
 * @param besideMonths those that have one for a month of it, too: the year's sum has both
 */
public record YearKeys(long all, long besideMonths) {}
