/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
/** Which worker hosts which model, following what is asked. Pure: time and what is known of workers come in as arguments. */
@NullMarked
package com.noragentia.helios.orchestrator.placement;

import org.jspecify.annotations.NullMarked;
