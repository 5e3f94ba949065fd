/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.desktop.chat;

/**
 * What can be done about an answer.
 *
 * @param again asks the same once more
 * @param goOn asks for the rest of an answer that breaks off
 */
record AnswerActions(Runnable again, Runnable goOn) {}
