/**
 * Conversation without a language model: quotes from files, Helios's own help, a dictionary, and exact calculation. What none of these can
 * answer is said to be beyond it; every answer carries its origin.
 */
@NullMarked
package com.noragentia.helios.worker.expert.chat;

import org.jspecify.annotations.NullMarked;
