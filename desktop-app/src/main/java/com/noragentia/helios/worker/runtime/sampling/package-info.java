/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
/** Which token comes next: the sampler {@code helios-gumbel-1}. */
@NullMarked
package com.noragentia.helios.worker.runtime.sampling;

import org.jspecify.annotations.NullMarked;
