/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
/**
 * Samples out of untrusted recordings: one channel, 16,000 a second. Runs in the throw-away child process of {@code worker.extract}; only
 * {@code Sound}s leave it.
 */
@NullMarked
package com.noragentia.helios.worker.extract.sound;

import org.jspecify.annotations.NullMarked;
