/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.worker.expert.chat;

import com.noragentia.helios.protocol.task.AnswerOrigin;

/** An answer in words and what sort of text it is. */
record Reply(String text, AnswerOrigin origin) {}
