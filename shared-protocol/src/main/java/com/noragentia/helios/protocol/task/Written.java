/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.protocol.task;

/**
 * How a language model wrote an answer.
 *
 * @param stop why it wrote no more
 * @param turnsLeftOut earlier messages of the conversation that did not fit its memory, the oldest ones; 0 where all did
 * @param demonstration whether the model only shows that things work; to be said wherever the answer is shown
 */
public record Written(StopReason stop, int turnsLeftOut, boolean demonstration) {}
