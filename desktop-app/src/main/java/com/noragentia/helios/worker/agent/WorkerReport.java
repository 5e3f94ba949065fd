/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.worker.agent;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import com.noragentia.helios.protocol.api.SkipReason;
import com.noragentia.helios.protocol.task.Expert;
import com.noragentia.helios.worker.expert.ModelFailure;
import com.noragentia.helios.worker.policy.WorkerState;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What a worker tells the program that started it: one JSON object a line on standard output. Never a word of a task. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "type")
@JsonSubTypes({
    @JsonSubTypes.Type(value = WorkerReport.Connecting.class, name = "connecting"),
    @JsonSubTypes.Type(value = WorkerReport.Connected.class, name = "connected"),
    @JsonSubTypes.Type(value = WorkerReport.Loading.class, name = "loading"),
    @JsonSubTypes.Type(value = WorkerReport.Fetching.class, name = "fetching"),
    @JsonSubTypes.Type(value = WorkerReport.Ready.class, name = "ready"),
    @JsonSubTypes.Type(value = WorkerReport.Declined.class, name = "declined"),
    @JsonSubTypes.Type(value = WorkerReport.PassedOver.class, name = "passed_over"),
    @JsonSubTypes.Type(value = WorkerReport.TaskStarted.class, name = "task_started"),
    @JsonSubTypes.Type(value = WorkerReport.TaskEnded.class, name = "task_ended"),
    @JsonSubTypes.Type(value = WorkerReport.Disconnected.class, name = "disconnected"),
    @JsonSubTypes.Type(value = WorkerReport.LedgerDoubted.class, name = "ledger_doubted"),
    @JsonSubTypes.Type(value = WorkerReport.Policy.class, name = "policy"),
    @JsonSubTypes.Type(value = WorkerReport.LedgerGoesOn.class, name = "ledger_goes_on"),
    @JsonSubTypes.Type(value = WorkerReport.Stopping.class, name = "stopping"),
})
public sealed interface WorkerReport {

    /** It tries to reach the orchestrator. */
    record Connecting(String orchestrator) implements WorkerReport {}

    /** It proved its key and may work. */
    record Connected(String session) implements WorkerReport {}

    /** It brings a model into memory. */
    record Loading(String model) implements WorkerReport {}

    /**
     * Files of a model are coming, or are read again; told a few times a second at most.
     *
     * @param doneBytes of all its files
     * @param bytesPerSecond what comes in; 0 while files that are here are read again
     */
    record Fetching(String model, String file, long doneBytes, long totalBytes, long bytesPerSecond)
            implements WorkerReport {}

    /** It hosts a model. */
    record Ready(String model, List<Expert> experts) implements WorkerReport {}

    /**
     * It does not host a model.
     *
     * @param reason for the log
     * @param phrase the reason for people, as {@code ModelPhrases} knows it; null where there are only words for the log
     * @param values what fills the phrase's gaps
     */
    record Declined(String model, String reason, @Nullable String phrase, List<Object> values) implements WorkerReport {

        static Declined of(String model, ModelFailure why) {
            return new Declined(
                    model, String.valueOf(why.getMessage()), why.phrase().orElse(null), List.of(why.values()));
        }
    }

    /** Questions wait, but not for this worker: how many, by reason; empty where none waits. */
    record PassedOver(Map<SkipReason, Integer> counts) implements WorkerReport {}

    record TaskStarted(String lease, String model) implements WorkerReport {}

    record TaskEnded(String lease, TaskEnd end) implements WorkerReport {}

    /** The session is over; it will try again unless it stops. */
    record Disconnected(SessionEnd reason) implements WorkerReport {

        /** The name under which the end of a session has its words. */
        public String phrase() {
            return reason.name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    /** What the network says of its ledger does not fit what it said before; {@code doubt} names what. */
    record LedgerDoubted(String doubt) implements WorkerReport {

        /** Whether it is merely shorter than it was, which may end. */
        public boolean isRollback() {
            return doubt.equals("rolled_back");
        }
    }

    /** The ledger that was shorter than before goes on from what it was, which is proven. */
    record LedgerGoesOn() implements WorkerReport {}

    /** What the owner's policy makes of it is another than before. */
    record Policy(WorkerState state) implements WorkerReport {

        /** Whether it ends because its owner wants it to, so that it is not to be started again. */
        public boolean isQuitting() {
            return state instanceof WorkerState.FinishingThenQuitting finishing && finishing.tasks() == 0;
        }
    }

    /** It takes no more tasks and ends soon. */
    record Stopping() implements WorkerReport {}

    /** How a task ended here. */
    enum TaskEnd {
        @JsonProperty("completed")
        COMPLETED,
        @JsonProperty("failed")
        FAILED,
        @JsonProperty("cancelled")
        CANCELLED
    }
}
