package org.quipu.job;

import java.util.Map;

/**
 * How a run ended.
 *
 * @param exitCode of the process: 0 done, 1 an analysis failed, 4 something strict failed
 * @param runId the run's id
 * @param versionPath where the version lies; empty when none was published
 * @param summaryText at most a screen, in the user's language
 * @param json the same for machines, in a stable order: texts, numbers, booleans, lists, maps
 */
public record RunOutcome(
    int exitCode, String runId, String versionPath, String summaryText, Map<String, Object> json) {}
