/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
/** The worker channel: what the orchestrator says to a worker, and what a worker says to it. */
@NullMarked
package com.noragentia.helios.protocol.message;

import org.jspecify.annotations.NullMarked;
