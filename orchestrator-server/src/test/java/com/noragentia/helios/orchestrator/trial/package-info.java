/** A real orchestrator on port 0 with real members and workers around it, for tests. */
@NullMarked
package com.noragentia.helios.orchestrator.trial;

import org.jspecify.annotations.NullMarked;
