package org.quipu.job;

import java.util.Optional;

/**
 * What the caller of a run decides beside its configuration.
 *
 * @param runId the run's id; empty: derived from inputs and configuration
 * @param warehouse absolute folder or URI of the versions of the tables
 * @param validateOnly whether to stop after rules, counts and quarantine, writing no result tables
 * @param full whether every file is read, also those that an earlier run has read
 */
public record RunRequest(
    Optional<String> runId, String warehouse, boolean validateOnly, boolean full) {}
