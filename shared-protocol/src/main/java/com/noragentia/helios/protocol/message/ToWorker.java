/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.protocol.message;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import com.noragentia.helios.protocol.api.ChannelBinding;
import com.noragentia.helios.protocol.api.SkipReason;
import com.noragentia.helios.protocol.api.SkipReasonKey;
import com.noragentia.helios.protocol.ledger.ReceiptBatch;
import com.noragentia.helios.protocol.model.SignedManifest;
import com.noragentia.helios.protocol.task.TaskInput;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What the orchestrator says to a worker. One JSON object a WebSocket text frame. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "type")
@JsonSubTypes({
    @JsonSubTypes.Type(value = ToWorker.Challenge.class, name = "challenge"),
    @JsonSubTypes.Type(value = ToWorker.Welcome.class, name = "welcome"),
    @JsonSubTypes.Type(value = ToWorker.Assign.class, name = "assign"),
    @JsonSubTypes.Type(value = ToWorker.Release.class, name = "release"),
    @JsonSubTypes.Type(value = ToWorker.RunTask.class, name = "task"),
    @JsonSubTypes.Type(value = ToWorker.CancelTask.class, name = "cancel"),
    @JsonSubTypes.Type(value = ToWorker.LeaseVerdicts.class, name = "lease_verdicts"),
    @JsonSubTypes.Type(value = ToWorker.Skipped.class, name = "skipped"),
    @JsonSubTypes.Type(value = ToWorker.Drain.class, name = "drain"),
    @JsonSubTypes.Type(value = ToWorker.Notice.class, name = "notice"),
    @JsonSubTypes.Type(value = ToWorker.Receipts.class, name = "receipts"),
})
public sealed interface ToWorker {

    /**
     * Answer to {@code hello}: sign {@code Proofs.channel(server, nonce, device)}. The nonce is good once, for ten seconds.
     *
     * @param binding what the proof may be bound to, as {@code Proofs.boundChannel}; null means nothing, and then a worker that could
     *     signs {@code Proofs.unofferedChannel}
     */
    record Challenge(String server, String nonce, @Nullable ChannelBinding binding) implements ToWorker {

        /** One that can be bound to nothing. */
        public Challenge(String server, String nonce) {
            this(server, nonce, null);
        }
    }

    /**
     * The proof held; the session may work.
     *
     * @param features what this orchestrator understands beyond the first version of the protocol, where a message that is not known ends the
     *     session: so a worker says such a thing only to who understands it. Unknown ones are passed over; null means none
     */
    record Welcome(String session, @Nullable List<String> features) implements ToWorker {

        /** {@code log_known} and {@code receipts_signed}, and {@code receipts} in return. */
        public static final String RECEIPTS = "receipts";

        /** {@code begun_anew}. */
        public static final String BEGUN_ANEW = "begun_anew";

        /** {@code serving}, and {@code handed_back} as a class of failure. */
        public static final String SERVING = "serving";

        /** From an orchestrator of the first version. */
        public Welcome(String session) {
            this(session, null);
        }

        /** Whether what belongs to a feature may be said. */
        public boolean understands(String feature) {
            return features != null && features.contains(feature);
        }
    }

    /** The order to host a model. A higher epoch for the same model replaces an earlier order. */
    record Assign(long epoch, SignedManifest model) implements ToWorker {}

    /** Host this model no longer; finish what you do with it, then give its memory back. The epoch is that of the assignment. */
    record Release(long epoch, String model) implements ToWorker {}

    /**
     * A lease of a task.
     *
     * @param lease id of the lease; every report about the task names it
     * @param task id of the task; the lease itself where the orchestrator tries a model, which earns nothing
     * @param model id of the assigned model to use
     * @param attempt 1 for the first lease of the task
     * @param expiresAt when the lease ends unless progress renews it
     * @param nextIndex the first piece of the answer that is still wanted
     * @param input what to do
     * @param conversation name of the conversation it goes on with, known to nobody else under this name; null for none
     * @param blobs a single-use link for each attachment, by its SHA-256; relative to the orchestrator's address
     * @param seed of the noise by which a language model draws words: derived by the orchestrator, the same for every attempt; null where
     *     nothing is drawn
     * @param written what an earlier attempt wrote with the same model, all {@code nextIndex} pieces of it: to be gone on with as if it
     *     were one's own; null where the answer begins anew
     * @param own true where it is the device's own member who asks; null for everybody else's, which are not told apart
     */
    record RunTask(
            String lease,
            String task,
            String model,
            int attempt,
            Instant expiresAt,
            int nextIndex,
            TaskInput input,
            @Nullable String conversation,
            Map<String, URI> blobs,
            @Nullable Long seed,
            @Nullable List<Piece> written,
            @Nullable Boolean own)
            implements ToWorker {

        public RunTask {
            written = written == null ? null : List.copyOf(written);
        }

        /** One that begins anew and draws nothing. */
        public RunTask(
                String lease,
                String task,
                String model,
                int attempt,
                Instant expiresAt,
                int nextIndex,
                TaskInput input,
                @Nullable String conversation,
                Map<String, URI> blobs) {
            this(lease, task, model, attempt, expiresAt, nextIndex, input, conversation, blobs, null, null, null);
        }
    }

    /** A piece of an answer that a language model wrote, as {@code progress} brought it: its words, and the tokens since the piece before. */
    record Piece(String text, List<Integer> tokens) {}

    /** Stop working on a lease; nothing more is wanted of it. */
    record CancelTask(String lease) implements ToWorker {}

    /** Answer to {@code open_leases}: what to do with each. */
    record LeaseVerdicts(List<Verdict> verdicts) implements ToWorker {}

    /** Go on and send pieces from {@code nextIndex}, or drop the lease. */
    record Verdict(String lease, boolean goOn, int nextIndex) {}

    /**
     * Why this worker has nothing to do though tasks wait: how many were passed over, by reason. Sent when that changes, not more often
     * than every 30 seconds; empty counts say that nothing waits.
     */
    record Skipped(
            @JsonDeserialize(keyUsing = SkipReasonKey.class) Map<SkipReason, Integer> counts) implements ToWorker {

        public Skipped {
            counts = SkipReason.known(counts);
        }
    }

    /** Take no more tasks, finish those you have; the orchestrator is about to stop. */
    record Drain() implements ToWorker {}

    /** A word to the owner of the device, from the operator. */
    record Notice(String text) implements ToWorker {}

    /** Proof of what the ledger says about this device. Comes after {@code log_known}, one at a time: the next follows the signature. */
    record Receipts(ReceiptBatch batch) implements ToWorker {}
}
