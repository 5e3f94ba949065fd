/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.orchestrator.dispatch;

import com.noragentia.helios.orchestrator.store.Store;
import java.time.Clock;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;

/** Puts the slice together. */
public final class DispatchWiring {

    private final Roster roster = new Roster();
    private final LeaseDesk leaseDesk;
    private final TaskDesk taskDesk;

    /**
     * @param follower hears how tasks get on
     * @param ids gives each lease an id that nobody guesses
     */
    public DispatchWiring(
            Store store, TaskFollower follower, Clock clock, RandomGenerator random, Supplier<String> ids) {
        TaskBook tasks = new SqlTaskBook();
        LeaseBook leases = new SqlLeaseBook();
        Rounds rounds = new Rounds(store, new Matchmaker(tasks, leases, roster, follower, clock, random, ids));
        Setbacks setbacks = new Setbacks(tasks, leases, roster, follower, rounds, clock);
        Reports reports = new Reports(tasks, leases, setbacks, follower, rounds, clock);
        this.leaseDesk = new LeaseDesk(store, roster, rounds, leases, setbacks, reports, clock);
        this.taskDesk = new TaskDesk(tasks, leases, roster, rounds, clock);
    }

    public LeaseDesk leaseDesk() {
        return leaseDesk;
    }

    public TaskDesk taskDesk() {
        return taskDesk;
    }

    public Roster roster() {
        return roster;
    }
}
