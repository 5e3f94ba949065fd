/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.orchestrator.ledger;

import com.noragentia.helios.protocol.ledger.Credits;
import com.noragentia.helios.protocol.ledger.LedgerEntry;

/**
 * What is owed for an answered task. Ids are the orchestrator's own; the ledger finds the pseudonyms.
 *
 * @param device that answered
 * @param owner member to whom the device belongs; never the requester, whose own devices work free of charge
 * @param work what the device earns
 */
public record Settlement(
        String task,
        String job,
        String requester,
        String device,
        String owner,
        Credits work,
        LedgerEntry.Facts facts) {}
