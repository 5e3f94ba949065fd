/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.orchestrator.dispatch;

import com.noragentia.helios.protocol.task.Expert;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;

/** Workers of known speed at a time that stands still, for tests of who gets a task. */
final class MatchTrial {

    static final String MODEL = "small";
    static final Work WORK = new Work(300, 200);

    final Instant now = Instant.parse("2026-03-01T12:00:00Z");
    final Speeds speeds = new Speeds(new SpeedsInMemory());
    final Availability availability = new Availability(new AvailabilityInMemory());
    final Forecast forecast = new Forecast(speeds, availability);
    final WorkerIndex index = new WorkerIndex(forecast, new Families());
    final Random random;

    MatchTrial(long seed) {
        this.random = new Random(seed);
    }

    static OnlineWorker worker(String device, String member) {
        return OnlineWorker.arrived(
                new Holder(device, member, device, "s" + device), new HeardOrders(new ArrayDeque<>()));
    }

    static OnlineWorker hosting(String device, String member, String model, boolean ready, Expert... experts) {
        return worker(device, member).with(new HostedModel(model, Set.of(experts), ready));
    }

    /** A worker of an owner of its own, well known, with a chat model. */
    void known(String device, double prefill, double decode) {
        known(device, "owner of " + device, prefill, decode);
    }

    void known(String device, String member, double prefill, double decode) {
        measure(device, prefill, decode, now);
        index.put(hosting(device, member, MODEL, true, Expert.CHAT), now);
    }

    void measure(String device, double prefill, double decode, Instant when) {
        for (int i = 0; i < Trials.FEW_SAMPLES; i++) {
            speeds.firstPiece(device, MODEL, new Work(Math.round(prefill * 1_000), 0), 1_000_000, when);
            speeds.finished(device, MODEL, Math.round(decode * 1_000), 1_000_000, when);
        }
    }

    void busy(String device, String lease, double millis) {
        index.gave(device, lease, MODEL, millis, now);
    }

    static Ticket ticket(String member, Work work) {
        return new Ticket("task", "job", member, LaneKey.of(Expert.CHAT), work, 1, Instant.EPOCH, false);
    }

    Choice choose(String... failedBefore) {
        return choose(WORK, failedBefore);
    }

    Choice choose(Work work, String... failedBefore) {
        return choose("asker", work, Optional.empty(), failedBefore);
    }

    Choice choose(String asker, Work work, Optional<String> last, String... failedBefore) {
        return index.choose(ticket(asker, work), Ties.of(Set.of(failedBefore), last), now, random);
    }

    Choice.Chosen chosen(String... failedBefore) {
        return (Choice.Chosen) choose(failedBefore);
    }

    /** How often each device is chosen. */
    Map<String, Integer> chosenIn(int draws, Work work, String... failedBefore) {
        Map<String, Integer> counts = new HashMap<>();
        for (int i = 0; i < draws; i++) {
            Choice.Chosen chosen = (Choice.Chosen) choose(work, failedBefore);
            counts.merge(chosen.worker().device(), 1, Integer::sum);
        }
        return counts;
    }

    Instant ago(Duration time) {
        return now.minus(time);
    }
}
