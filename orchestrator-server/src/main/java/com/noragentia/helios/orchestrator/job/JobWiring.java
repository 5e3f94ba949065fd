/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.orchestrator.job;

import com.noragentia.helios.orchestrator.blob.BlobShelf;
import com.noragentia.helios.orchestrator.dispatch.TaskDesk;
import com.noragentia.helios.orchestrator.dispatch.TaskFollower;
import com.noragentia.helios.orchestrator.edge.Routes;
import com.noragentia.helios.orchestrator.edge.Secrets;
import com.noragentia.helios.orchestrator.member.AccountPart;
import com.noragentia.helios.orchestrator.member.Authentication;
import com.noragentia.helios.orchestrator.store.Store;
import com.noragentia.helios.protocol.task.Expert;
import com.noragentia.helios.protocol.task.TaskInput;
import java.time.Clock;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import java.util.function.Predicate;

/**
 * Puts the slice together, in two steps, since jobs plan tasks and tasks report back: first {@link #follower}, then, when dispatch stands
 * on it, {@link #open}.
 */
public final class JobWiring {

    private final Store store;
    private final Clock clock;
    private final LiveTail tail = new LiveTail();
    private final EventLog events = new EventLog(tail);
    private final JobTable jobs = new JobTable();
    private final PartTable parts = new PartTable();
    /** Where followers find the desk that stands on them; {@link #open} brings it. */
    private final CompletableFuture<TaskDesk> desk = new CompletableFuture<>();

    private final Endings endings;

    public JobWiring(Store store, Clock clock) {
        this.store = store;
        this.clock = clock;
        this.endings = new Endings(jobs, events, clock);
    }

    /** What the slice shows once it is whole. */
    public record Opened(JobDesk desk, JobRetention retention, Routes routes) {}

    public TaskFollower follower() {
        PartFollower ofParts = new PartFollower(jobs, parts, events, endings, desk::join, clock);
        return new JobFollower(events, endings, ofParts, clock);
    }

    /** The jobs in the export of an account, and when it is deleted. */
    public AccountPart accountPart() {
        return new JobsOfAccount();
    }

    /** @param accepted hears of every job that was accepted for good; called on the store's writer, to return at once */
    public Opened open(
            TaskDesk tasks,
            BlobShelf blobs,
            Predicate<Expert> isServed,
            Consumer<TaskInput> accepted,
            Authentication authentication,
            Secrets secrets) {
        desk.complete(tasks);
        Acceptance acceptance = new Acceptance(jobs, parts, events, tasks, blobs, accepted, clock);
        JobDesk door = new JobDesk(store, jobs, events, endings, acceptance, tasks, isServed, secrets, clock);
        JobRetention retention = new JobRetention(store, jobs, parts, events, endings, tasks, blobs, clock);
        EventRoutes eventRoutes =
                new EventRoutes(door, new EventCursors(store, events, tail), new EventStream(tail), new EventPoll());
        return new Opened(door, retention, new JobRoutes(door, eventRoutes, authentication));
    }

    /** Lets go of everybody who follows a job; they may come back later where they stopped. */
    public void close() {
        tail.close();
    }
}
