/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.worker.expert.writing;

/**
 * What a model reads before it writes.
 *
 * @param tokens ready for its answer
 * @param turnsLeftOut earlier messages that did not fit, the oldest ones
 */
record Prompt(int[] tokens, int turnsLeftOut) {}
