/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.orchestrator.worker;

import com.noragentia.helios.protocol.task.Language;
import com.noragentia.helios.protocol.task.TaskInput;
import com.noragentia.helios.protocol.task.TaskOutput;
import java.util.List;

/** Asks a chat model for a sum. */
record SumQuestion() implements ProbeQuestion {

    private static final String SUM = "17 + 25";
    private static final String RESULT = "42";

    @Override
    public TaskInput input() {
        return new TaskInput.Chat(Language.EN, SUM, List.of(), List.of());
    }

    @Override
    public boolean isAnsweredBy(TaskOutput output) {
        return output instanceof TaskOutput.Chat chat && chat.text().contains(RESULT);
    }
}
