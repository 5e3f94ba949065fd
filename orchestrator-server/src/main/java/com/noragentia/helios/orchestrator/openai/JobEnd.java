/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.orchestrator.openai;

import com.noragentia.helios.orchestrator.job.JobDesk;
import com.noragentia.helios.orchestrator.job.JobReader;
import com.noragentia.helios.protocol.api.JobEvent;
import com.noragentia.helios.protocol.api.JobResult;
import com.noragentia.helios.protocol.api.ProblemCode;
import com.noragentia.helios.protocol.api.ProblemException;
import java.time.Duration;
import java.util.Optional;

/** How jobs end, for whoever can come back for nothing: a job whose asker is gone is taken back. */
final class JobEnd {

    private static final Duration LOOK = Duration.ofMinutes(1);

    private JobEnd() {}

    /**
     * Waits for a job's answer.
     *
     * @throws ProblemException why there is none
     */
    static JobResult await(JobDesk desk, String member, String job) throws InterruptedException {
        try (JobReader reader = desk.follow(member, job)) {
            while (!reader.isAtEnd() && !reader.isLetGo()) {
                for (JobEvent event : reader.next(LOOK)) {
                    Optional<JobResult> result = of(event);
                    if (result.isPresent()) {
                        return result.get();
                    }
                }
            }
        } catch (InterruptedException e) {
            desk.cancel(member, job);
            throw e;
        }
        desk.cancel(member, job);
        throw letGo();
    }

    /** Nobody waits for it any more, as the server stops. */
    static ProblemException letGo() {
        return new ProblemException(ProblemCode.SHUTTING_DOWN, "the orchestrator is about to stop");
    }

    /**
     * The answer, if this event is one.
     *
     * @throws ProblemException if it says that there will be none
     */
    static Optional<JobResult> of(JobEvent event) {
        return switch (event) {
            case JobEvent.Done(JobResult result) -> Optional.of(result);
            case JobEvent.Faulted faulted -> throw new ProblemException(faulted.problem());
            case JobEvent.Cancelled _ ->
                throw new ProblemException(ProblemCode.JOB_CANCELLED, "the job was taken back");
            case JobEvent.Expired _ ->
                throw new ProblemException(ProblemCode.JOB_EXPIRED, "no worker took the job in time");
            case JobEvent.Queued _,
                    JobEvent.Started _,
                    JobEvent.Working _,
                    JobEvent.Parts _,
                    JobEvent.Token _,
                    JobEvent.Requeued _ -> Optional.empty();
        };
    }
}
