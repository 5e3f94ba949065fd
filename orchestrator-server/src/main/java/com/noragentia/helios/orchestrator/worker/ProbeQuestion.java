/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.orchestrator.worker;

import com.noragentia.helios.protocol.task.Expert;
import com.noragentia.helios.protocol.task.TaskInput;
import com.noragentia.helios.protocol.task.TaskOutput;
import java.util.Optional;
import java.util.Set;

/** A tiny task whose right answer is known. What a worker answers is a stranger's: nothing about its shape is taken for granted. */
sealed interface ProbeQuestion permits PictureQuestion, SumQuestion, LikenessQuestion {

    /**
     * The question for a model that serves these experts; the most telling where there are several. Chat stands for documents too. Empty
     * where Helios knows none: sound, and documents without chat.
     */
    static Optional<ProbeQuestion> of(Set<Expert> experts) {
        if (experts.contains(Expert.IMAGE)) {
            return Optional.of(new PictureQuestion());
        }
        if (experts.contains(Expert.CHAT)) {
            return Optional.of(new SumQuestion());
        }
        return experts.contains(Expert.EMBEDDING) ? Optional.of(new LikenessQuestion()) : Optional.empty();
    }

    TaskInput input();

    boolean isAnsweredBy(TaskOutput output);
}
