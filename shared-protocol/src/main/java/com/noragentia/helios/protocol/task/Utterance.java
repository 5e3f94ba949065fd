/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.protocol.task;

/**
 * A stretch of speech.
 *
 * @param file the attachment's name
 * @param startMillis from the start of the recording
 * @param endMillis from the start of the recording
 * @param text what was said
 */
public record Utterance(String file, long startMillis, long endMillis, String text) {}
