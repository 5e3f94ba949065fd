/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.orchestrator.ledger;

import com.noragentia.helios.protocol.crypto.VerifyingKey;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Where a ledger that is to be checked stands. Belongs to one thread. */
public interface LedgerSource extends AutoCloseable {

    /** At most so many in one piece. */
    int LINES_AT_ONCE = 1_024;

    /** An entry as it stands there. */
    final class Line {

        private final long index;
        private final String event;
        private final byte[] body;

        /**
         * A line that was read.
         *
         * @param index under which it is kept
         * @param event that is kept with it, in hex; empty where none is
         * @param body what should be its canonical form; given away
         */
        Line(long index, String event, byte[] body) {
            this.index = index;
            this.event = event;
            this.body = body;
        }

        long index() {
            return index;
        }

        String event() {
            return event;
        }

        /** Not to be changed. */
        byte[] body() {
            return body;
        }
    }

    /** The next ones in order; empty at the end. */
    List<Line> next() throws IOException;

    /** Begins anew, with the first entry. */
    void rewind() throws IOException;

    /** Notes of the checkpoints, the smallest first. */
    List<String> checkpoints() throws IOException;

    /** Whether it keeps the full tiles of the tree, and not the entries alone. */
    default boolean hasTiles() {
        return false;
    }

    /** The hashes of a level of the tree that are stored in one piece, if they are. */
    Optional<byte[]> tile(int level, long index) throws IOException;

    /** What is kept beside the log and has to follow from it, where there is such a thing. */
    default Optional<BalanceCheck> balances() throws IOException {
        return Optional.empty();
    }

    /** A row beside the log that does not follow from it, and is not as it was written. */
    default Optional<LedgerVerdict.Altered> altered() throws IOException {
        return Optional.empty();
    }

    /** What was not checked, as nothing there tells whether it is right. */
    default Set<Unchecked> unchecked() throws IOException {
        return Set.of();
    }

    /** The key that should have signed the checkpoints, where it is known. */
    Optional<VerifyingKey> key();

    @Override
    void close() throws IOException;
}
