/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.orchestrator.job;

import com.noragentia.helios.protocol.api.JobResult;
import com.noragentia.helios.protocol.ledger.Credits;
import com.noragentia.helios.protocol.task.TaskOutput;
import com.noragentia.helios.protocol.task.Usage;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;

/** What a member gets once a job in several parts is answered: the answer, and who did what for it. Pure. */
final class Results {

    private Results() {}

    /**
     * The result.
     *
     * @param contributions of all who worked for it, at least one
     * @param firstPieceAt when the member saw the first piece of the answer
     */
    static JobResult of(StoredJob job, List<Contribution> contributions, TaskOutput output, Instant firstPieceAt) {
        return new JobResult(
                output,
                all(contributions, Contribution::worker),
                all(contributions, Contribution::model),
                contributions.stream().map(Contribution::usage).reduce(Usage.NONE, Usage::plus),
                timings(job, contributions, firstPieceAt),
                contributions.stream()
                        .map(Contribution::cost)
                        .reduce(Credits.ZERO, Credits::plus)
                        .toDouble());
    }

    private static String all(List<Contribution> contributions, Function<Contribution, String> name) {
        return contributions.stream().map(name).distinct().collect(Collectors.joining(", "));
    }

    private static JobResult.Timings timings(StoredJob job, List<Contribution> contributions, Instant firstPieceAt) {
        Instant begun = contributions.stream()
                .map(Contribution::begunAt)
                .min(Instant::compareTo)
                .orElseThrow();
        Instant ended = contributions.stream()
                .map(Contribution::endedAt)
                .max(Instant::compareTo)
                .orElseThrow();
        return new JobResult.Timings(millis(job, begun), millis(job, firstPieceAt), millis(job, ended));
    }

    private static long millis(StoredJob job, Instant until) {
        return Duration.between(job.acceptedAt(), until).toMillis();
    }
}
