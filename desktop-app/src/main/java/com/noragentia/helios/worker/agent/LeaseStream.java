/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.worker.agent;

import com.noragentia.helios.protocol.api.Phase;
import com.noragentia.helios.protocol.message.FromWorker;
import com.noragentia.helios.worker.expert.AnswerStream;
import com.noragentia.helios.worker.expert.WrittenPiece;
import java.util.List;

/** What an expert says under a lease. */
record LeaseStream(HeldLease lease) implements AnswerStream {

    @Override
    public void working(Phase phase, int done, int total) {
        lease.sign(new FromWorker.Working(lease.id(), phase, done, total));
    }

    @Override
    public void piece(String text) {
        if (!text.isEmpty()) {
            lease.piece(new WrittenPiece(text, List.of()));
        }
    }

    @Override
    public void piece(WrittenPiece piece) {
        lease.piece(piece);
    }
}
