/** Attacks on a running orchestrator, each from a process of its own, and what honest callers notice of them. Loopback only, bounded. */
@NullMarked
package com.noragentia.helios.orchestrator.overload;

import org.jspecify.annotations.NullMarked;
