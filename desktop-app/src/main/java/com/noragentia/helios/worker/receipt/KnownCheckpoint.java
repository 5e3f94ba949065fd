/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.worker.receipt;

import com.noragentia.helios.protocol.crypto.SignedCheckpoint;
import com.noragentia.helios.protocol.crypto.VerifyingKey;
import java.io.IOException;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The newest checkpoint that is kept: that of its own file, or, where this is damaged or gone, of the newest batch. Else a damaged file would
 * make this device believe any ledger.
 *
 * @param checkpoint empty where nothing was ever kept
 * @param isDamaged whether its file cannot be read
 */
record KnownCheckpoint(Optional<SignedCheckpoint> checkpoint, boolean isDamaged) {

    private static final Logger LOG = LoggerFactory.getLogger(KnownCheckpoint.class);

    static KnownCheckpoint of(ReceiptFolder folder, VerifyingKey server) throws IOException {
        Optional<SignedCheckpoint> own = own(folder, server);
        if (own.isPresent()) {
            return new KnownCheckpoint(own, false);
        }
        Optional<SignedCheckpoint> newest = ofBatches(folder, server);
        boolean isDamaged = newest.isPresent() || folder.hasCheckpoint();
        if (isDamaged) {
            LOG.error(
                    "the newest checkpoint of the ledger that was kept is damaged; that of the newest receipts counts: {} entries",
                    newest.map(SignedCheckpoint::size).orElse(0L));
        }
        return new KnownCheckpoint(newest, isDamaged);
    }

    private static Optional<SignedCheckpoint> own(ReceiptFolder folder, VerifyingKey server) {
        try {
            return folder.checkpoint().flatMap(note -> SignedCheckpoint.open(note, server));
        } catch (IOException e) {
            LOG.warn("the kept checkpoint cannot be read", e);
            return Optional.empty();
        }
    }

    private static Optional<SignedCheckpoint> ofBatches(ReceiptFolder folder, VerifyingKey server) throws IOException {
        Newest newest = new Newest(server);
        for (var month : folder.months()) {
            folder.read(month, newest);
        }
        return newest.checkpoint;
    }

    /** They came in order. */
    private static final class Newest implements ReceiptFolder.Reader {

        private final VerifyingKey server;
        private Optional<SignedCheckpoint> checkpoint = Optional.empty();

        Newest(VerifyingKey server) {
            this.server = server;
        }

        @Override
        public void read(KeptBatch kept) {
            checkpoint =
                    SignedCheckpoint.open(kept.batch().checkpoint(), server).or(() -> checkpoint);
        }
    }
}
