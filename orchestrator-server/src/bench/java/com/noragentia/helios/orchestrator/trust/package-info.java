/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
/** Shows what checks are like. */
@NullMarked
package com.noragentia.helios.orchestrator.trust;

import org.jspecify.annotations.NullMarked;
