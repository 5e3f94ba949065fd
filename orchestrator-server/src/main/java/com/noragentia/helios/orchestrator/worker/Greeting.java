/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.orchestrator.worker;

import com.noragentia.helios.protocol.api.ChannelBinding;
import com.noragentia.helios.protocol.message.FromWorker;
import com.noragentia.helios.protocol.message.ToWorker;
import java.time.Instant;

/** A connection from which nothing has been heard. */
record Greeting(WorkerSocket socket, SessionDesk desk) implements Conversation {

    @Override
    public Conversation hear(FromWorker message) throws Breach {
        if (!(message instanceof FromWorker.Hello hello)) {
            throw new Breach("the first word is hello");
        }
        String nonce = desk.newNonce();
        Instant answerBy = desk.now().plus(Proving.TIME_TO_ANSWER);
        socket.send(new ToWorker.Challenge(
                desk.server(), nonce, socket.exporter().isPresent() ? ChannelBinding.TLS_EXPORTER : null));
        return new Proving(socket, desk, hello, nonce, answerBy);
    }

    @Override
    public void ended() {}

    @Override
    public boolean isProven() {
        return false;
    }
}
