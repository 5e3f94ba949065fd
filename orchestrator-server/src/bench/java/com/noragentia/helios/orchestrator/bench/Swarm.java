/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.orchestrator.bench;

import com.noragentia.helios.protocol.crypto.SigningKey;
import java.net.InetSocketAddress;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.function.IntConsumer;

/** The simulated workers of one server. Its state belongs to the loop's thread; public steps may be taken from any. */
final class Swarm {

    private final SelectorLoop loop;
    private final InetSocketAddress address;
    private final Set<SimulatedWorker> workers = new HashSet<>();
    private IntConsumer onTask = _ -> {};
    private IntConsumer onAnswer = _ -> {};
    private boolean ready;
    private int pieces;
    private int awaited;
    private boolean leaving;
    private CompletableFuture<Void> allGone = CompletableFuture.completedFuture(null);
    private CompletableFuture<Void> changed = CompletableFuture.completedFuture(null);

    Swarm(SelectorLoop loop, InetSocketAddress address) {
        this.loop = loop;
        this.address = address;
    }

    /** Whom to tell of the load's tasks. */
    void report(IntConsumer whenTaskCame, IntConsumer whenAnswered) {
        loop.execute(() -> {
            onTask = whenTaskCame;
            onAnswer = whenAnswered;
        });
    }

    /** Connects one worker for each key; done when the server has welcomed all. On a floor, which welcomes nobody, at once. */
    CompletableFuture<Void> join(List<SigningKey> keys, boolean areWelcomed) {
        CompletableFuture<Void> joined = new CompletableFuture<>();
        loop.execute(() -> {
            awaited = areWelcomed ? keys.size() : 0;
            changed = joined;
            for (SigningKey key : keys) {
                SimulatedWorker worker = new SimulatedWorker("127.0.0.1", key, this);
                workers.add(worker);
                loop.connect(address, worker);
            }
            countDown();
        });
        return joined;
    }

    /** All say goodbye; done when the server has said it too. */
    CompletableFuture<Void> leave() {
        CompletableFuture<Void> gone = new CompletableFuture<>();
        loop.execute(() -> {
            allGone = gone;
            leaving = true;
            workers.forEach(SimulatedWorker::sayGoodbye);
            endLeave();
        });
        return gone;
    }

    private void endLeave() {
        if (leaving && workers.isEmpty()) {
            leaving = false;
            allGone.complete(null);
        }
    }

    /** From now on models are ready as soon as they are assigned, or not before the next call. */
    void ready(boolean isReady) {
        loop.execute(() -> {
            ready = isReady;
            if (isReady) {
                workers.forEach(SimulatedWorker::becomeReady);
            }
        });
    }

    /** How many pieces each answer is streamed in before it is complete. */
    void pieces(int count) {
        loop.execute(() -> pieces = count);
    }

    // The rest is for the workers, on the loop's thread.

    boolean isReady() {
        return ready;
    }

    int pieces() {
        return pieces;
    }

    void welcomed() {
        awaited--;
        countDown();
    }

    private void countDown() {
        if (awaited <= 0) {
            changed.complete(null);
        }
    }

    void taskCame(int number) {
        onTask.accept(number);
    }

    void taskAnswered(int number) {
        onAnswer.accept(number);
    }

    void left(SimulatedWorker worker) {
        workers.remove(worker);
        if (!leaving) {
            throw new IllegalStateException("the server hung up on a worker: " + worker.farewell());
        }
        endLeave();
    }
}
