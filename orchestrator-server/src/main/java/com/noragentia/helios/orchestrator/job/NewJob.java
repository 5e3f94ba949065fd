/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.orchestrator.job;

import com.noragentia.helios.protocol.task.Expert;
import java.util.Optional;

/**
 * A job about to be accepted.
 *
 * @param conversation the member's name for the conversation it belongs to
 * @param model id of the model that is to answer; empty for any
 * @param looking what its pictures are looked at for; empty where only their text is wanted, and without pictures
 * @param idempotencyKey the caller's name for this very request, should it be sent twice
 * @param requestHash SHA-256 of the request, to tell a repetition from a mix-up; empty without a key
 */
record NewJob(
        String id,
        String member,
        Expert expert,
        Optional<String> conversation,
        Optional<String> model,
        Optional<Looking> looking,
        Optional<String> idempotencyKey,
        String requestHash) {

    /** The same, to be answered by one model alone. */
    NewJob answeredBy(String id) {
        return new NewJob(this.id, member, expert, conversation, Optional.of(id), looking, idempotencyKey, requestHash);
    }

    /** One that is no look at pictures. */
    NewJob(
            String id,
            String member,
            Expert expert,
            Optional<String> conversation,
            Optional<String> model,
            Optional<String> idempotencyKey,
            String requestHash) {
        this(id, member, expert, conversation, model, Optional.empty(), idempotencyKey, requestHash);
    }
}
