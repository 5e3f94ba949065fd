/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.orchestrator.worker;

import com.noragentia.helios.protocol.api.ChannelBinding;
import com.noragentia.helios.protocol.crypto.Proofs;
import com.noragentia.helios.protocol.message.FromWorker;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;

/** A connection that claims to be a device and has been challenged to prove it. The challenge is good for one answer. */
record Proving(WorkerSocket socket, SessionDesk desk, FromWorker.Hello hello, String nonce, Instant answerBy)
        implements Conversation {

    static final Duration TIME_TO_ANSWER = Duration.ofSeconds(10);

    @Override
    public Conversation hear(FromWorker message) throws Breach {
        if (!(message instanceof FromWorker.Proof proof)) {
            throw new Breach("a challenge is answered by a proof");
        }
        byte[] signed = signed(proof);
        KnownDevice device = desk.find(hello.device())
                .filter(known -> desk.proofs().holds(known.key(), signed, proof.signature()))
                .filter(_ -> desk.now().isBefore(answerBy))
                .orElseThrow(() -> new Breach("the device is unknown, or its proof is wrong or late"));
        return desk.open(socket, device, hello.facts());
    }

    private byte[] signed(FromWorker.Proof proof) throws Breach {
        return switch (Objects.requireNonNullElse(proof.binding(), ChannelBinding.NONE)) {
            case NONE -> Proofs.channel(desk.server(), nonce, hello.device());
            case UNOFFERED -> {
                if (socket.exporter().isPresent()) {
                    throw new Breach("somebody between us kept from you that proofs are bound to the connection here");
                }
                yield Proofs.unofferedChannel(desk.server(), nonce, hello.device());
            }
            case TLS_EXPORTER -> {
                byte[] exporter = socket.exporter().orElseThrow(() -> new Breach("TLS does not end here"));
                yield Proofs.boundChannel(desk.server(), nonce, hello.device(), exporter);
            }
        };
    }

    @Override
    public void ended() {}

    @Override
    public boolean isProven() {
        return false;
    }
}
