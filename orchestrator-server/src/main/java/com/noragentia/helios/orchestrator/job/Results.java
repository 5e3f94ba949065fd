/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.orchestrator.job;

import com.noragentia.helios.protocol.api.JobResult;
import com.noragentia.helios.protocol.task.TaskOutput;
import com.noragentia.helios.protocol.task.Usage;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What a member gets once a job is answered: the answer, and who did what for it. */
final class Results {

    private final Clock clock;

    Results(Clock clock) {
        this.clock = clock;
    }

    /** @param contributions of all who worked for it, at least one */
    JobResult of(StoredJob job, List<Contribution> contributions, TaskOutput output) {
        return new JobResult(
                output,
                all(contributions, Contribution::worker),
                all(contributions, Contribution::model),
                contributions.stream().map(Contribution::usage).reduce(Usage.NONE, Usage::plus),
                timings(job, contributions),
                credits(job, contributions));
    }

    private static String all(List<Contribution> contributions, Function<Contribution, String> name) {
        return contributions.stream().map(name).distinct().collect(Collectors.joining(", "));
    }

    private JobResult.Timings timings(StoredJob job, List<Contribution> contributions) {
        Instant now = clock.instant();
        Instant begun = contributions.stream()
                .map(Contribution::begunAt)
                .min(Instant::compareTo)
                .orElseThrow();
        return new JobResult.Timings(
                millis(job, begun), millis(job, job.firstPieceAt().orElse(now)), millis(job, now));
    }

    private static long millis(StoredJob job, Instant until) {
        return Duration.between(job.acceptedAt(), until).toMillis();
    }

    /** Own devices cost nothing; what others cost is not known before there is a ledger. */
    private static @Nullable Double credits(StoredJob job, List<Contribution> contributions) {
        return contributions.stream().allMatch(each -> job.member().equals(each.member())) ? 0.0 : null;
    }
}
