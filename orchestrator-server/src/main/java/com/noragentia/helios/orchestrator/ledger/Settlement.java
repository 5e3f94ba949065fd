/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.orchestrator.ledger;

import com.noragentia.helios.protocol.ledger.Credits;
import com.noragentia.helios.protocol.ledger.LedgerEntry;
import java.util.Optional;

/**
 * What is owed for an answered task. Ids are the orchestrator's own; the ledger finds the pseudonyms. Immutable.
 *
 * @param task names the event: settled again, nothing happens
 * @param job whose hold shrinks by what is paid
 * @param requester member who asked
 * @param device that answered
 * @param owner member to whom the device belongs; never the requester, whose own devices work free of charge
 * @param work what the device earns, in credits, by the price table; not below nothing
 * @param most that is paid for it, with what is burned: what was held for it; empty where nothing was
 * @param facts that go into the entry, and say nothing of anybody
 */
public record Settlement(
        String task,
        String job,
        String requester,
        String device,
        String owner,
        Credits work,
        Optional<Credits> most,
        LedgerEntry.Facts facts) {

    /** Of a task for which nothing was held. */
    public Settlement(
            String task,
            String job,
            String requester,
            String device,
            String owner,
            Credits work,
            LedgerEntry.Facts facts) {
        this(task, job, requester, device, owner, work, Optional.empty(), facts);
    }
}
