/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.orchestrator.ledger;

import com.noragentia.helios.protocol.crypto.TreeHash;
import com.noragentia.helios.protocol.ledger.LedgerEntry;
import com.noragentia.helios.protocol.wire.WireException;
import java.util.Optional;

/**
 * An entry as far as it can be checked without the others.
 *
 * @param index under which it is kept
 * @param entry empty if it is none, not in its canonical form, or of another event than it is kept for
 * @param leaf hash of what is kept
 */
record CheckedEntry(long index, Optional<LedgerEntry> entry, TreeHash leaf) {

    static CheckedEntry of(LedgerSource.Line line) {
        byte[] body = line.body();
        return new CheckedEntry(
                line.index(),
                read(body)
                        .filter(entry -> line.event().isEmpty() || line.event().equals(entry.event())),
                TreeHash.leaf(body));
    }

    private static Optional<LedgerEntry> read(byte[] body) {
        try {
            return Optional.of(LedgerEntry.read(body));
        } catch (WireException e) {
            return Optional.empty();
        }
    }

    /** Whether it was made to follow an entry with this hash. */
    boolean follows(TreeHash before) {
        return entry.filter(read -> read.previous().equals(before.hex())).isPresent();
    }
}
