/** The program itself: command line, configuration, life cycle, health, housekeeping. Builds and joins the slices. */
@NullMarked
package com.noragentia.helios.orchestrator.ops;

import org.jspecify.annotations.NullMarked;
