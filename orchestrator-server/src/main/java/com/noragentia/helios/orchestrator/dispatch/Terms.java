/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.orchestrator.dispatch;

import com.noragentia.helios.protocol.ledger.Asked;
import com.noragentia.helios.protocol.ledger.Credits;
import java.util.Optional;

/**
 * By what a task is paid. Settled when its job is accepted, and kept with it: neither a new price nor a restart changes them. Immutable.
 *
 * @param asked what it asks of a worker
 * @param held what was kept back for it, or would have been where only the member's own devices answer, which are not paid; empty for what was
 *     accepted before that was noted
 */
public record Terms(Asked asked, Optional<Held> held) {

    /** Of a task that nobody pays for. */
    public static final Terms FREE = new Terms(Asked.NOTHING, Optional.empty());

    /**
     * What was kept back, with what is burned; each at least 0.
     *
     * @param typical with an answer of usual length
     * @param most with the longest answer that is paid for: no more is ever paid
     */
    public record Held(Credits typical, Credits most) {}
}
