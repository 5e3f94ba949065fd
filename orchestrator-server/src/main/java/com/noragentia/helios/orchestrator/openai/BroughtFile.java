/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.orchestrator.openai;

import com.noragentia.helios.protocol.task.FileType;

/**
 * A file that came with a message.
 *
 * @param name what sources call it
 * @param param the way to it in the request
 */
record BroughtFile(FileType type, String name, Encoded content, String param) {}
