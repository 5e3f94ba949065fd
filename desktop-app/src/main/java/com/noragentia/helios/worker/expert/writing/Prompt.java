/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.worker.expert.writing;

import com.noragentia.helios.worker.runtime.sampling.TokenSequence;

/**
 * What a model reads before it writes.
 *
 * @param start ready for its answer
 * @param turnsLeftOut earlier messages that did not fit, the oldest ones
 */
record Prompt(TokenSequence start, int turnsLeftOut) {}
