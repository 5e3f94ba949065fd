/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.orchestrator.dispatch;

import com.noragentia.helios.protocol.ledger.Credits;
import com.noragentia.helios.protocol.task.TaskInput;
import java.util.Optional;

/**
 * A task to be queued for its job.
 *
 * @param member who asked
 * @param conversation the member's name for the conversation it goes on with
 * @param model id of the model that the member named; empty for any
 * @param terms by which it will be paid
 * @param cost what it will probably cost; the member's turn is charged by it until the true cost is known. More than nothing
 * @param ownOnly whether none but the member's own devices may serve it
 */
public record NewTask(
        String id,
        String job,
        String member,
        TaskInput input,
        Optional<String> conversation,
        Optional<String> model,
        Terms terms,
        Credits cost,
        boolean ownOnly) {

    /** One that nobody pays for; its cost is guessed. */
    public NewTask(String id, String job, String member, TaskInput input, Optional<String> conversation) {
        this(
                id,
                job,
                member,
                input,
                conversation,
                Optional.empty(),
                Terms.FREE,
                Credits.of(TaskDesk.cost(input)),
                false);
    }

    /** The same for none but the member's own devices. */
    public NewTask forOwnOnly() {
        return new NewTask(id, job, member, input, conversation, model, terms, cost, true);
    }

    /** What it waits for. */
    LaneKey lane() {
        return new LaneKey(input.expert(), model);
    }
}
