/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.orchestrator.ledger;

import com.noragentia.helios.protocol.crypto.VerifyingKey;
import java.io.IOException;
import java.util.List;
import java.util.Optional;

/** Where a ledger that is to be checked stands. Belongs to one thread. */
public interface LedgerSource extends AutoCloseable {

    /**
     * An entry as it stands there.
     *
     * @param index under which it is kept
     * @param event that is kept with it, in hex; empty where none is
     * @param body what should be its canonical form
     */
    record Line(long index, String event, String body) {}

    /** The next ones in order; empty at the end. */
    List<Line> next() throws IOException;

    /** Notes of the checkpoints, the smallest first. */
    List<String> checkpoints() throws IOException;

    /** The hashes of a level of the tree that are stored in one piece, if they are. */
    Optional<byte[]> tile(int level, long index) throws IOException;

    /** The key that should have signed the checkpoints, where it is known. */
    Optional<VerifyingKey> key();

    @Override
    void close() throws IOException;
}
