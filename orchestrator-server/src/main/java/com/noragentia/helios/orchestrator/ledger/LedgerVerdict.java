/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.orchestrator.ledger;

import com.noragentia.helios.protocol.crypto.TreeHash;

/** What came of checking a ledger from zero ({@link LedgerVerification}). Immutable. */
public sealed interface LedgerVerdict {

    /**
     * Everything is as it must be.
     *
     * @param entries that were recomputed
     * @param covered entries under the newest checkpoint; the rest is not signed yet
     * @param checkpoints that were compared
     * @param root of all entries
     */
    record Sound(long entries, long covered, int checkpoints, TreeHash root) implements LedgerVerdict {}

    /** @param index of the first bad entry, from 0; that of the one missing at the end, where the ledger breaks off */
    record Broken(long index, Flaw flaw) implements LedgerVerdict {}

    /**
     * The entries are as they must be, but what is kept beside them is not what they come to.
     *
     * @param account as in the ledger; {@code snapshot} where it is none's
     * @param figure the first that differs
     * @param kept what stands there
     * @param reckoned what the entries come to
     */
    record Misstated(String account, Figure figure, String kept, String reckoned) implements LedgerVerdict {}

    /**
     * The entries are as they must be, but a row beside them, which does not follow from them, is not as it was written.
     *
     * @param table of the database
     * @param row its key, as it stands there
     */
    record Altered(String table, String row) implements LedgerVerdict {}
}
