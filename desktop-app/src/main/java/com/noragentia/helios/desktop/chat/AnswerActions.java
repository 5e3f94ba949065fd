/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.desktop.chat;

import java.util.function.Consumer;

/**
 * What can be done about an answer.
 *
 * @param again asks the same once more
 * @param goOn asks for the rest of an answer that breaks off
 * @param quote takes a part of it that the next question is about
 */
record AnswerActions(Runnable again, Runnable goOn, Consumer<String> quote) {}
