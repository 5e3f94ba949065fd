/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
/** Load generators that measure the orchestrator from outside, over its public protocol. Loopback only, bounded, packed nowhere. */
@NullMarked
package com.noragentia.helios.orchestrator.bench;

import org.jspecify.annotations.NullMarked;
