/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.worker.runtime.listening;

import com.noragentia.helios.worker.runtime.decoding.Tokens;

/**
 * One way to write a window down.
 *
 * @param tokens without the end
 * @param averageLog mean natural logarithm of the probability of its tokens, the end among them
 * @param goesRound whether it was broken off for saying the same again and again
 */
record Draft(Tokens tokens, double averageLog, boolean goesRound) {}
