/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
/** Orchestrator and workers as real processes that are killed at random moments, and members who must not notice. */
@NullMarked
package com.noragentia.helios.orchestrator.chaos;

import org.jspecify.annotations.NullMarked;
