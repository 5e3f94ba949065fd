/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.protocol.message;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import com.noragentia.helios.protocol.api.ChannelBinding;
import com.noragentia.helios.protocol.api.Phase;
import com.noragentia.helios.protocol.api.Problem;
import com.noragentia.helios.protocol.task.TaskOutput;
import com.noragentia.helios.protocol.task.Usage;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a worker says to the orchestrator. One JSON object a WebSocket text frame. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "type")
@JsonSubTypes({
    @JsonSubTypes.Type(value = FromWorker.Hello.class, name = "hello"),
    @JsonSubTypes.Type(value = FromWorker.Proof.class, name = "proof"),
    @JsonSubTypes.Type(value = FromWorker.AssignmentAccepted.class, name = "assignment_accepted"),
    @JsonSubTypes.Type(value = FromWorker.AssignmentDeclined.class, name = "assignment_declined"),
    @JsonSubTypes.Type(value = FromWorker.AssignmentLoading.class, name = "assignment_loading"),
    @JsonSubTypes.Type(value = FromWorker.AssignmentReady.class, name = "assignment_ready"),
    @JsonSubTypes.Type(value = FromWorker.OpenLeases.class, name = "open_leases"),
    @JsonSubTypes.Type(value = FromWorker.Working.class, name = "working"),
    @JsonSubTypes.Type(value = FromWorker.Progress.class, name = "progress"),
    @JsonSubTypes.Type(value = FromWorker.BegunAnew.class, name = "begun_anew"),
    @JsonSubTypes.Type(value = FromWorker.Completed.class, name = "completed"),
    @JsonSubTypes.Type(value = FromWorker.Failed.class, name = "failed"),
    @JsonSubTypes.Type(value = FromWorker.Draining.class, name = "draining"),
    @JsonSubTypes.Type(value = FromWorker.Serving.class, name = "serving"),
    @JsonSubTypes.Type(value = FromWorker.LogKnown.class, name = "log_known"),
    @JsonSubTypes.Type(value = FromWorker.ReceiptsSigned.class, name = "receipts_signed"),
})
public sealed interface FromWorker {

    /** The first word: who asks to work, and with what. Claims, until the proof. */
    record Hello(String device, WorkerFacts facts) implements FromWorker {}

    /**
     * The signature over the challenge, base64url.
     *
     * @param binding what it is bound to; null means nothing but the server
     */
    record Proof(String signature, @Nullable ChannelBinding binding) implements FromWorker {

        /** One bound to nothing but the server. */
        public Proof(String signature) {
            this(signature, null);
        }
    }

    /** The model of this epoch will be hosted. */
    record AssignmentAccepted(long epoch) implements FromWorker {}

    /** It will not, and why. */
    record AssignmentDeclined(long epoch, Problem reason) implements FromWorker {}

    /** It is on its way; {@code fraction} runs from 0 to 1. */
    record AssignmentLoading(long epoch, double fraction) implements FromWorker {}

    /**
     * Tasks for it may come.
     *
     * @param atOnce answers that the model writes in shared runs, each hardly slower for the others; a claim, which the orchestrator bounds.
     *     Null where it does one thing after another, and from workers of before
     */
    record AssignmentReady(long epoch, @Nullable Integer atOnce) implements FromWorker {

        /** One that does one thing after another. */
        public AssignmentReady(long epoch) {
            this(epoch, null);
        }
    }

    /** After a reconnect: leases this worker still works on, or has finished without being heard. */
    record OpenLeases(List<String> leases) implements FromWorker {}

    /** Not a piece of the answer yet, but the task moves: this renews the lease. {@code total} is 0 where the end is not known. */
    record Working(String lease, Phase phase, int done, int total) implements FromWorker {}

    /**
     * The piece of the answer with this index. Renews the lease.
     *
     * @param tokens ids of the tokens that were written since the last piece, so that another worker can go on after them; null where the
     *     answer is not written token by token
     */
    record Progress(
            String lease, int index, String text, @Nullable List<Integer> tokens) implements FromWorker {

        public Progress {
            tokens = tokens == null ? null : List.copyOf(tokens);
        }

        /** One that was not written token by token. */
        public Progress(String lease, int index, String text) {
            this(lease, index, text, null);
        }
    }

    /**
     * Not all that was stored of the answer can be gone on with here: it is void, and the pieces of this lease count from 0. Comes before the
     * first of them; said again after a reconnect, it changes nothing.
     */
    record BegunAnew(String lease) implements FromWorker {}

    /** The task is answered. The texts of all pieces, joined, are {@code output.text()}. */
    record Completed(String lease, TaskOutput output, Usage usage) implements FromWorker {}

    /** The task is not answered. */
    record Failed(String lease, FailureClass failureClass, Problem problem) implements FromWorker {}

    /** This worker takes no more tasks and will go when those it has are done. */
    record Draining() implements FromWorker {}

    /**
     * Whose tasks this worker takes from now on, until it says otherwise or its session ends; a new session takes everybody's.
     *
     * @param ownOnly only those of the member whose device it is, as its owner needs the computer; false for everybody's
     */
    record Serving(boolean ownOnly) implements FromWorker {}

    /** After the welcome: the size of the newest checkpoint that this worker keeps, 0 for none. From now on it takes receipts. */
    record LogKnown(long size) implements FromWorker {}

    /**
     * The receipts under the checkpoint of this size are right, and kept.
     *
     * @param signature over {@code Proofs.receipts(device, checkpoint, leaves)}, base64url
     */
    record ReceiptsSigned(long size, String signature) implements FromWorker {}
}
