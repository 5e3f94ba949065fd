/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.orchestrator.dispatch;

import com.noragentia.helios.orchestrator.store.Store;
import java.time.Clock;
import java.util.function.Supplier;
import java.util.function.ToDoubleFunction;
import java.util.random.RandomGenerator;

/** Puts the slice together. */
public final class DispatchWiring {

    private final Roster roster = new Roster();
    private final Occupancy occupancy;
    private final LeaseDesk leaseDesk;
    private final TaskDesk taskDesk;
    private final ErrandDesk errandDesk;

    /**
     * @param follower hears how tasks get on
     * @param weights each member's share of a busy network: 1 is usual, see {@link MemberWeights}; asked on the writer's thread, often
     * @param kinship whose computers are asked only where nobody else's can
     * @param seeds of what language models draw
     * @param ids gives each lease an id that nobody guesses
     */
    public DispatchWiring(
            Store store,
            TaskFollower follower,
            ToDoubleFunction<String> weights,
            Kinship kinship,
            Clock clock,
            RandomGenerator random,
            Seeds seeds,
            Supplier<String> ids) {
        this.occupancy = new Occupancy(clock);
        TaskRecord record = new SqlTaskRecord();
        Speeds speeds = new Speeds(new SqlSpeedBook());
        Availability availability = new Availability(new SqlAvailabilityBook());
        Measurements measurements = new Measurements(speeds, availability);
        Forecast forecast = new Forecast(speeds, availability);
        WorkerIndex index = new WorkerIndex(forecast, kinship);
        Workforce workforce = new Workforce(roster, index, forecast);
        Outlook outlook = new Outlook(new WaitReasons(index, forecast));
        Amnesty amnesty = new Amnesty(clock);
        CurrentMirror mirror = new CurrentMirror(
                record, follower::stored, () -> new FairQueue(weights::applyAsDouble), (tx, tasks) -> {
                    amnesty.declare();
                    workforce.recount(tx, tasks, clock.instant());
                });
        Setbacks setbacks = new Setbacks(mirror, record, workforce, measurements, follower, amnesty, clock);
        Leasing leasing = new Leasing(record, workforce, setbacks, speeds, follower, seeds, ids);
        workforce.callsFor(new Matchmaker(mirror, workforce, leasing, new Affinity(), kinship, clock, random));
        this.leaseDesk = new LeaseDesk(
                store,
                new Presence(mirror, record, workforce, measurements, clock),
                new Reports(
                        mirror,
                        record,
                        new LeaseProgress(workforce.index(), measurements, outlook),
                        setbacks,
                        follower,
                        clock),
                new Reunion(mirror, record, setbacks, clock),
                new LeaseWatch(
                        mirror,
                        record,
                        workforce,
                        measurements,
                        setbacks,
                        new SkipReports(workforce),
                        occupancy,
                        follower,
                        clock));
        this.taskDesk = new TaskDesk(mirror, record, workforce, setbacks, outlook, clock);
        this.errandDesk = new ErrandDesk(mirror, record, workforce, leasing, forecast, occupancy, clock);
    }

    public LeaseDesk leaseDesk() {
        return leaseDesk;
    }

    public TaskDesk taskDesk() {
        return taskDesk;
    }

    public ErrandDesk errandDesk() {
        return errandDesk;
    }

    public Occupancy occupancy() {
        return occupancy;
    }

    public Roster roster() {
        return roster;
    }
}
