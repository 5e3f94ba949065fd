/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.orchestrator.trust;

import com.noragentia.helios.orchestrator.dispatch.ErrandDesk;
import com.noragentia.helios.orchestrator.dispatch.Kinship;
import com.noragentia.helios.orchestrator.dispatch.TaskDesk;
import com.noragentia.helios.orchestrator.dispatch.TaskFollower;
import com.noragentia.helios.orchestrator.edge.Routes;
import com.noragentia.helios.orchestrator.store.Store;
import io.javalin.http.Context;
import java.time.Clock;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;

/**
 * Puts the slice together, in two steps, since canaries are tasks and tasks report back: first {@link #follower}, then, when dispatch stands on
 * it, {@link #open}.
 */
public final class TrustWiring {

    private final Store store;
    private final CanaryFiles files;
    private final Rewards rewards;
    private final Clock clock;
    private final Trust trust;
    private final CanaryTable canaries = new CanaryTable();
    private final QualificationTable runs = new QualificationTable();
    /** Where the follower finds the desk that stands on it; {@link #open} brings it. */
    private final CompletableFuture<TaskDesk> desk = new CompletableFuture<>();

    public TrustWiring(Store store, CanaryFiles files, Rewards rewards, Kinship kinship, Clock clock) {
        this.store = store;
        this.files = files;
        this.rewards = rewards;
        this.clock = clock;
        this.trust = new Trust(rewards, kinship, clock);
    }

    /** What the slice shows once it is whole. */
    public record Opened(Routes routes, Runnable sendCanaries, Runnable forgetOld) {}

    public Trust trust() {
        return trust;
    }

    /** Hears of errands. */
    public TaskFollower follower() {
        return new CanaryFollower(canaries, runs, trust, rewards, files, desk::join, clock);
    }

    /**
     * @param ids names tasks as those of members are named
     * @param random decides when canaries come and what they ask; nobody must be able to foretell it
     * @param deviceOf tells which device makes a request, or refuses it
     */
    public Opened open(
            TaskDesk tasks,
            ErrandDesk errands,
            Supplier<String> ids,
            RandomGenerator random,
            Function<Context, String> deviceOf) {
        desk.complete(tasks);
        CanaryRound round = new CanaryRound(
                store, errands, new Canaries(files, random), canaries, runs, trust, files, ids, clock, random);
        Qualifying qualifying = new Qualifying(store, trust, runs, errands, clock);
        return new Opened(new QualificationRoutes(qualifying, deviceOf), round::run, () -> trust.forgetOld(store));
    }
}
