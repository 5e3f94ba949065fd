/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
/**
 * The chat expert on a language model: what of a conversation it is given, how it is to write, and its tokens as a stream of words that
 * another worker could go on with.
 */
@NullMarked
package com.noragentia.helios.worker.expert.writing;

import org.jspecify.annotations.NullMarked;
