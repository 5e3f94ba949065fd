/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.worker.runtime.generation;

import ai.onnxruntime.OrtException;
import com.noragentia.helios.worker.expert.ModelFailure;
import java.time.Duration;
import java.util.List;
import java.util.function.IntSupplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The thread that computes. In each turn it lets newcomers in, reads a chunk of one prompt, and then writes one token of every answer in
 * the making, side by side in one run where the graph allows it. Everything native of a model is touched by this thread alone, but for
 * ending a run ({@link RunGuard}).
 */
final class GenerationLoop implements Runnable {

    /** Known tokens that go in again between two signs of life: on a slow computer all of them take longer than a lease. */
    private static final int REPLAYED_A_SIGN = 16;

    private static final Duration WAITING_SIGN = Duration.ofSeconds(2);

    private static final Logger LOG = LoggerFactory.getLogger(GenerationLoop.class);

    private final WaitingLine line;
    private final SequenceCache cache;
    private final ForwardPass pass;
    private final SessionRack sessions;
    private final RunGuard guard;
    private final GraphBehaviour behaviour;
    private final IntSupplier threads;
    private final MemoryShortage shortage = new MemoryShortage();
    private long toldWaiting = System.nanoTime();
    private volatile boolean idle = true;
    private volatile boolean broken;
    private volatile RunCounts counts = RunCounts.NONE;

    /** @param threads how many the next runs should have; asked before each turn */
    GenerationLoop(
            WaitingLine line,
            SequenceCache cache,
            ForwardPass pass,
            SessionRack sessions,
            RunGuard guard,
            GraphBehaviour behaviour,
            IntSupplier threads) {
        this.line = line;
        this.cache = cache;
        this.pass = pass;
        this.sessions = sessions;
        this.guard = guard;
        this.behaviour = behaviour;
        this.threads = threads;
    }

    /** Whether nothing was in the making after the last turn. May be asked by any thread. */
    boolean isIdle() {
        return idle;
    }

    /** May be asked by any thread. */
    RunCounts counts() {
        return counts;
    }

    /** Why it takes no more requests; the model itself is to blame where it was not closed but broke. */
    ModelFailure closed() {
        return broken ? new ModelFailure("generation broke off") : ModelFailure.ofTask("the model was closed");
    }

    @Override
    public void run() {
        boolean isClosed = false;
        try {
            while (!line.isShut() && (!cache.isIdle() || line.await())) {
                idle = false;
                tune();
                turn();
                idle = cache.isIdle();
            }
            isClosed = true;
        } catch (ModelFailure | RuntimeException e) {
            LOG.error("generation stops: {}", e.getClass().getName());
        } finally {
            broken = !isClosed;
            ModelFailure closed = closed();
            line.shut().forEach(writing -> writing.mailbox().put(new Mailbox.Failed(closed)));
            cache.active().forEach(writing -> writing.mailbox().put(new Mailbox.Failed(closed)));
        }
    }

    private void turn() {
        try {
            cache.endUnwanted();
            for (var next = line.next(cache::admits); next.isPresent(); next = line.next(cache::admits)) {
                begin(next.get());
            }
            tellWaiting();
            Writing reader = cache.firstReading();
            if (reader != null) {
                read(reader);
            }
            List<Writing> writers = cache.writing();
            if (writers.size() > 1 && behaviour.batches()) {
                writeTogether(writers);
            } else {
                for (Writing writing : writers) {
                    writeAlone(writing);
                }
            }
        } catch (OrtException | OutOfMemoryError e) {
            failAll(e);
        }
    }

    /** Those who wait for room hear that their turn comes nearer, as long as turns are really taken. */
    private void tellWaiting() {
        long now = System.nanoTime();
        if (now - toldWaiting >= WAITING_SIGN.toNanos()) {
            toldWaiting = now;
            line.waiting().forEach(Writing::tellWaiting);
        }
    }

    private void begin(Writing newcomer) throws OrtException {
        try {
            cache.begin(newcomer);
        } catch (OrtException
                | RuntimeException
                | Error e) { // it may not be among the active ones, who hear of it elsewhere
            newcomer.mailbox().put(new Mailbox.Failed(failure(e)));
            throw e;
        }
    }

    /** A change that takes a while is made when nobody waits in the middle of an answer. */
    private void tune() throws ModelFailure {
        int wanted = threads.getAsInt();
        if (cache.isIdle() || sessions.changesFast(wanted)) {
            sessions.change(wanted);
        }
    }

    private void read(Writing writing) throws OrtException {
        ReadingPlan.Chunk chunk = behaviour
                .reading()
                .next(writing.computed(), writing.toRead(), cache.active().size() > 1);
        Span span = new Span(chunk.from(), writing.sequence().slice(chunk.from(), chunk.to()));
        if (run(writing, span, chunk.to() == writing.sequence().length())) {
            writing.computedTo(chunk.to());
            writing.mailbox().put(new Mailbox.Reading(chunk.to(), writing.known()));
            write(writing, span.tokens().length - 1);
        }
    }

    private void writeAlone(Writing writing) throws OrtException {
        int[] guess = guess(writing);
        int[] tokens = new int[1 + guess.length];
        tokens[0] = writing.next();
        System.arraycopy(guess, 0, tokens, 1, guess.length);
        int past = writing.computed();
        if (!run(writing, new Span(past, tokens), true)) {
            return;
        }
        int right = 0;
        do {
            writing.computedTo(past + right + 1);
            right++;
        } while (write(writing, right - 1) && right < tokens.length && tokens[right] == writing.next());
        if (guess.length > 0) {
            writing.pace().gave(right);
            counts = counts.withGuessed(right - 1);
        }
    }

    /** Chooses the token after the {@code index}th of a run, if none is known; false if the answer is over with it. */
    private boolean write(Writing writing, int index) {
        if (!writing.isAtEnd()) {
            int replayed = writing.computed() - writing.toRead();
            if (replayed > 0 && replayed % REPLAYED_A_SIGN == 0) {
                writing.mailbox().put(new Mailbox.Reading(writing.computed(), writing.known()));
            }
            return true;
        }
        try {
            counts = counts.withWritten(1);
            if (writing.write(pass.row(index))) {
                return true;
            }
            cache.end(writing);
        } catch (ModelFailure e) {
            fail(writing, e);
        }
        return false;
    }

    /** What may come next, where checking it costs little: nobody else writes. */
    private int[] guess(Writing writing) {
        boolean fitting = behaviour.checksGuesses()
                && cache.active().size() == 1
                && writing.pace().guesses();
        int room = writing.longest() - writing.sequence().length() - 1;
        return PromptLookup.guess(writing.sequence(), fitting ? room : 0);
    }

    /** Runs tokens of one sequence; false if nobody wants it any more, or it failed. */
    private boolean run(Writing writing, Span span, boolean wantsLogits) {
        try {
            cache.makeRoom(span.past() + span.tokens().length);
            return run(writing, writing.slot(), List.of(span), wantsLogits);
        } catch (OrtException e) {
            if (!writing.isUnwanted() && !line.isShut()) {
                fail(writing, e);
            }
            return false;
        }
    }

    private void writeTogether(List<Writing> writers) throws OrtException {
        int longest = writers.stream().mapToInt(Writing::computed).max().orElse(0);
        cache.makeRoom(longest + 1);
        List<Writing> rows = cache.toFront(writers);
        List<Span> spans = rows.stream()
                .map(writing -> new Span(writing.computed(), writing.next()))
                .toList();
        if (!run(null, 0, spans, true)) {
            return;
        }
        for (int row = 0; row < rows.size(); row++) {
            Writing writing = rows.get(row);
            writing.computedTo(writing.computed() + 1);
            write(writing, row);
        }
    }

    private boolean run(@Nullable Writing alone, int slot, List<Span> spans, boolean wantsLogits) throws OrtException {
        if (!guard.begin(alone)) {
            return false;
        }
        try {
            counts = counts.withRun(spans.size());
            pass.run(sessions.session(), guard.options(), cache.keyValues(), slot, spans, wantsLogits);
            shortage.over();
            return true;
        } finally {
            guard.end();
        }
    }

    private void fail(Writing writing, Exception cause) {
        cache.end(writing);
        writing.mailbox().put(new Mailbox.Failed(failure(cause)));
    }

    private void failAll(Throwable cause) {
        List<Writing> lost = cache.active();
        cache.forgetAll();
        if (!line.isShut()) {
            LOG.warn("{} answers are lost: {}", lost.size(), cause.getClass().getName());
        }
        ModelFailure failure = failure(cause);
        lost.forEach(writing -> writing.mailbox().put(new Mailbox.Failed(failure)));
    }

    private ModelFailure failure(Throwable cause) {
        return switch (cause) {
            case ModelFailure failure -> failure;
            case OutOfMemoryError e -> shortage.met();
            default -> new ModelFailure("the model does not run", cause);
        };
    }
}
