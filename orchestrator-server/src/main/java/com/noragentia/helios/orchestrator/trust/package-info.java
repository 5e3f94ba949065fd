/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
/** Who can be believed: canaries and other audits, reputation, suspicion, affinity groups. */
@NullMarked
package com.noragentia.helios.orchestrator.trust;

import org.jspecify.annotations.NullMarked;
