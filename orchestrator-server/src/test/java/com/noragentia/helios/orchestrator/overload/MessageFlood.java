/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.orchestrator.overload;

import com.noragentia.helios.orchestrator.trial.Worker;
import com.noragentia.helios.protocol.crypto.SigningKey;
import com.noragentia.helios.protocol.message.FromWorker;
import com.noragentia.helios.protocol.wire.JsonCodec;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;

/** Enrolled workers, one thread each, that send messages as fast as they can, and come back whenever they are hung up on. */
final class MessageFlood implements Attack {

    private static final String MESSAGE = JsonCodec.encodeToString(new FromWorker.Progress("0".repeat(32), 0, "flood"));
    /** What OkHttp keeps of unsent messages would otherwise be all that grows. */
    private static final int MESSAGES_PER_SESSION = 100_000;

    private final String target;
    private final List<SigningKey> keys;
    private final AtomicLong messages = new AtomicLong();
    private final AtomicLong ends = new AtomicLong();
    private volatile boolean stopping;

    MessageFlood(String target, List<SigningKey> keys) {
        this.target = target;
        this.keys = keys;
    }

    @Override
    public void begin() {
        keys.forEach(key -> Thread.ofPlatform().daemon().start(() -> attack(key)));
    }

    private void attack(SigningKey key) {
        while (!stopping) {
            try (Worker worker = Worker.join(target, key)) {
                for (int i = 0; i < MESSAGES_PER_SESSION && !stopping; i++) {
                    worker.sayText(MESSAGE);
                    messages.incrementAndGet();
                }
                worker.awaitEnd();
            } catch (AssertionError e) { // cut off in the middle of a word
                ends.incrementAndGet();
            }
            ends.incrementAndGet();
        }
    }

    @Override
    public String figures() {
        return keys.size() + " floods, " + messages + " messages, hung up on " + ends + " times";
    }

    @Override
    public void close() {
        stopping = true;
    }
}
