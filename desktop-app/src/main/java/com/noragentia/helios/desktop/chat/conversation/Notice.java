/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.desktop.chat.conversation;

import com.noragentia.helios.desktop.chat.attachment.Refusal;

/** Something the composer tells about the draft, before anything is sent. */
public sealed interface Notice {

    record FileRefused(Refusal refusal) implements Notice {}

    record QuestionTooLong(int characters) implements Notice {}

    /** An answer is on its way and the next question waits for it: there is no place for a third. */
    record OneWaitsAlready() implements Notice {}
}
