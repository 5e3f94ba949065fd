/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.orchestrator.placement;

import java.time.Instant;

/** A model on a worker: told to be hosted at {@code since}, and whether tasks may come. */
public record Hosting(Instant since, boolean ready) {}
