/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.orchestrator.bench;

import com.noragentia.helios.protocol.api.Problem;
import com.noragentia.helios.protocol.api.ProblemCode;
import com.noragentia.helios.protocol.crypto.Proofs;
import com.noragentia.helios.protocol.crypto.SigningKey;
import com.noragentia.helios.protocol.message.FromWorker;
import com.noragentia.helios.protocol.message.ToWorker;
import com.noragentia.helios.protocol.message.WorkerFacts;
import com.noragentia.helios.protocol.wire.JsonCodec;
import com.noragentia.helios.protocol.wire.WireException;
import java.util.ArrayList;
import java.util.List;

/** A worker that answers at once. Looks into the load's own tasks no further than it must, so that the load stays light. */
final class SimulatedWorker extends WebSocketPeer {

    private static final long MEMORY_BYTES = 4_000_000_000L;
    private static final int CORES = 2;
    /** How a manifest names the one expert that these workers serve. */
    private static final String CHAT = "\"chat\"";

    private static final String TASK = "{\"type\":\"task\"";
    private static final String LEASE = "\"lease\":\"";
    private static final int MESSAGE_BYTES = 4 * 1024 * 1024;

    private final SigningKey key;
    private final Swarm swarm;
    private final List<Long> unreadyEpochs = new ArrayList<>();

    SimulatedWorker(String host, SigningKey key, Swarm swarm) {
        super(host, "/api/v1/worker");
        this.key = key;
        this.swarm = swarm;
    }

    @Override
    void opened() {
        WorkerFacts facts = new WorkerFacts("bench", "bench", "linux", "amd64", CORES, MEMORY_BYTES);
        say(JsonCodec.encodeToString(new FromWorker.Hello(key.verifyingKey().fingerprint(), facts)));
    }

    @Override
    void heard(String text) {
        if (text.startsWith(TASK)) {
            int number = Questions.numberIn(text);
            if (number >= 0) {
                int from = text.indexOf(LEASE) + LEASE.length();
                answer(text.substring(from, text.indexOf('"', from)), number);
                return;
            }
        }
        try {
            heed(JsonCodec.decode(text, ToWorker.class, MESSAGE_BYTES));
        } catch (WireException e) {
            throw new IllegalStateException("the server says what the protocol does not know", e);
        }
    }

    private void answer(String lease, int number) {
        swarm.taskCame(number);
        for (int piece = 0; piece < swarm.pieces(); piece++) {
            say(Answers.piece(lease, piece));
        }
        say(Answers.completed(lease, swarm.pieces()));
        swarm.taskAnswered(number);
    }

    private void heed(ToWorker message) {
        switch (message) {
            case ToWorker.Challenge challenge -> prove(challenge);
            case ToWorker.Welcome _ -> swarm.welcomed();
            case ToWorker.Assign assign
            when !assign.model().manifest().contains(CHAT) ->
                say(JsonCodec.encodeToString(new FromWorker.AssignmentDeclined(
                        assign.epoch(), Problem.of(ProblemCode.MODEL_MISSING, "this worker only chats"))));
            case ToWorker.Assign assign -> {
                say(JsonCodec.encodeToString(new FromWorker.AssignmentAccepted(assign.epoch())));
                unreadyEpochs.add(assign.epoch());
                if (swarm.isReady()) {
                    becomeReady();
                }
            }
            case ToWorker.RunTask probe -> say(JsonCodec.encodeToString(Answers.completed(probe)));
            case ToWorker.Release _,
                    ToWorker.CancelTask _,
                    ToWorker.LeaseVerdicts _,
                    ToWorker.Skipped _,
                    ToWorker.Drain _,
                    ToWorker.Receipts _,
                    ToWorker.Notice _ -> {}
        }
    }

    private void prove(ToWorker.Challenge challenge) {
        byte[] signed = Proofs.channel(
                challenge.server(), challenge.nonce(), key.verifyingKey().fingerprint());
        say(JsonCodec.encodeToString(new FromWorker.Proof(key.sign(signed))));
    }

    /** Says of all it was told to host that it is ready. */
    void becomeReady() {
        for (long epoch : unreadyEpochs) {
            say(JsonCodec.encodeToString(new FromWorker.AssignmentReady(epoch)));
        }
        unreadyEpochs.clear();
    }

    @Override
    void ended() {
        swarm.left(this);
    }
}
