/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.worker.agent;

import com.noragentia.helios.protocol.api.Problem;
import com.noragentia.helios.protocol.api.ProblemCode;
import com.noragentia.helios.protocol.api.ProblemException;
import com.noragentia.helios.protocol.message.FailureClass;
import com.noragentia.helios.protocol.message.FromWorker;
import com.noragentia.helios.protocol.message.ToWorker;
import com.noragentia.helios.worker.expert.ModelFailure;
import org.jspecify.annotations.Nullable;

/** What a task's failure is to the network. Messages of exceptions stay here: a library may have put a member's words into them. */
final class TaskFailures {

    private TaskFailures() {}

    static FromWorker.Failed of(String lease, Throwable cause) {
        return switch (cause) {
            case ProblemException e
            when e.problem().code()
                    == ProblemCode.INTERNAL -> // a file that could not be looked at here may be readable elsewhere
                failed(
                        lease,
                        FailureClass.CAPACITY,
                        ProblemCode.INTERNAL,
                        e.problem().detail());
            case ProblemException e -> new FromWorker.Failed(lease, FailureClass.BAD_REQUEST, e.problem());
            case ModelFailure e
            when e.isOfTask() -> noCapacity(lease, ProblemCode.NO_WORKER, "the model has no answer to this just now");
            case ModelFailure e ->
                failed(lease, FailureClass.MODEL, ProblemCode.INTERNAL, "the model does not work here");
            case FetchFailure e ->
                failed(lease, FailureClass.CAPACITY, ProblemCode.NETWORK_UNREACHABLE, "an attachment did not come");
            default ->
                failed(
                        lease,
                        FailureClass.CRASH,
                        ProblemCode.INTERNAL,
                        cause.getClass().getSimpleName());
        };
    }

    /** No room, or no such model at the moment. */
    static FromWorker.Failed noCapacity(String lease, ProblemCode code, String detail) {
        return failed(lease, FailureClass.CAPACITY, code, detail);
    }

    /**
     * Its owner needs the computer. Said so only to who understands it: an orchestrator of before hears that there is no room.
     *
     * @param to who hears it; null where nobody does now
     */
    static FromWorker.Failed handedBack(String lease, @Nullable Outbox to) {
        boolean isUnderstood = to != null && to.understands(ToWorker.Welcome.SERVING);
        return failed(
                lease,
                isUnderstood ? FailureClass.HANDED_BACK : FailureClass.CAPACITY,
                ProblemCode.NO_WORKER,
                "the owner needs the computer");
    }

    private static FromWorker.Failed failed(String lease, FailureClass failureClass, ProblemCode code, String detail) {
        return new FromWorker.Failed(lease, failureClass, Problem.of(code, detail));
    }
}
