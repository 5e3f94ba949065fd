/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.protocol.api;

import com.noragentia.helios.protocol.task.TaskInput;
import org.jspecify.annotations.Nullable;

/**
 * What a member asks of the network: {@code POST /api/v1/jobs}.
 *
 * @param conversation the member's own name for the conversation this belongs to, at most 64 characters: jobs of one conversation go to the
 *     same worker where that costs nothing, since it still has the words in its memory
 * @param model id of the model that is to answer; null or {@value #ANY_MODEL} for any that the network prefers for such a question
 */
public record JobRequest(
        TaskInput input,
        @Nullable String conversation,
        @Nullable String model) {

    /** What stands for no model in particular. */
    public static final String ANY_MODEL = "auto";

    /** One that belongs to no conversation. */
    public JobRequest(TaskInput input) {
        this(input, null, null);
    }

    /** One of a conversation, for any model. */
    public JobRequest(TaskInput input, @Nullable String conversation) {
        this(input, conversation, null);
    }
}
