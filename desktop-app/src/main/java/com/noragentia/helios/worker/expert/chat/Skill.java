/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.worker.expert.chat;

import com.noragentia.helios.worker.expert.ModelFailure;
import java.util.Optional;

/** Something the assistant can do without a language model. Thread-safe. */
interface Skill {

    /** The reply, or empty if the question is not of this sort. */
    Optional<Reply> reply(Inquiry inquiry) throws ModelFailure, InterruptedException;
}
