/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.orchestrator.dispatch;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.random.RandomGenerator;

/**
 * The workers that are online, so arranged that the one for a task is found in a time that hardly grows with their number. Not thread-safe;
 * lives on the writer's thread.
 */
final class WorkerIndex {

    private final Forecast forecast;
    private final Kinship kinship;
    private final Hands hands = new Hands();
    private final Map<String, Present> online = new HashMap<>();
    private final Map<String, Long> lastGiven = new HashMap<>();
    /** Those whose hands have changed since they were last seated: often several times before anybody looks. */
    private final Set<String> unsettled = new LinkedHashSet<>();

    private Lanes<Lane> lanes = new Lanes<>(_ -> new Lane());
    private Instant latest = Instant.EPOCH;

    /** A worker that is online, and the lanes in which it would answer at once. */
    private record Present(OnlineWorker worker, Kinship.Relative kin, Room room, List<Post> posts) {}

    /** The model with which it answers in a lane. */
    private record Post(Lane lane, String model) {}

    WorkerIndex(Forecast forecast, Kinship kinship) {
        this.forecast = forecast;
        this.kinship = kinship;
    }

    /** It has come, or what it hosts or whether it drains has changed. */
    void put(OnlineWorker worker, Instant now) {
        Present present = new Present(worker, kinship.of(worker.holder().member()), Room.of(worker), new ArrayList<>());
        lanes.forEach((key, lane) -> {
            lane.clear(worker.device());
            enter(present, key, lane);
        });
        online.put(worker.device(), present);
        handsChanged(worker.device(), now);
    }

    private static void enter(Present present, LaneKey key, Lane lane) {
        OnlineWorker worker = present.worker();
        if (worker.could(key)) {
            worker.readyFor(key)
                    .ifPresentOrElse(
                            model -> {
                                if (worker.ownOnly()) {
                                    lane.readyForOwn(worker.device());
                                } else {
                                    lane.ready(worker.device(), model);
                                }
                                present.posts().add(new Post(lane, model.id()));
                            },
                            () -> lane.loads(worker.device()));
        } else if (worker.refuses(key)) {
            lane.refuses(worker.device());
        }
    }

    /** Forgets everybody, and what they have in hand. */
    void clear() {
        hands.clear();
        online.clear();
        lastGiven.clear();
        unsettled.clear();
        lanes = new Lanes<>(_ -> new Lane());
    }

    /** It is gone. The leases it has still count as in hand, until each is said to have ended. */
    void remove(String device) {
        online.remove(device);
        lastGiven.remove(device);
        unsettled.remove(device);
        lanes.forEach((_, lane) -> lane.clear(device));
    }

    /**
     * It was given a lease, or took one up again.
     *
     * @param workMillis what it works on it, by the forecast
     */
    void gave(String device, String lease, String model, double workMillis, Instant now) {
        hands.take(device, lease, model, workMillis, now);
        if (online.containsKey(device)) {
            lastGiven.put(device, now.toEpochMilli());
        }
        handsChanged(device, now);
    }

    /** A lease has ended, however; speeds and availability count as they are when somebody looks next. */
    void ended(String device, String lease, Instant now) {
        hands.letGo(device, lease, room(device), now);
        handsChanged(device, now);
    }

    private void handsChanged(String device, Instant now) {
        latest = now;
        unsettled.add(device);
    }

    private void settle() {
        if (!unsettled.isEmpty()) {
            unsettled.forEach(this::seat);
            unsettled.clear();
        }
    }

    private void seat(String device) {
        Present present = online.get(device);
        if (present == null) {
            return;
        }
        Seat seat = null;
        for (Post post : present.posts()) {
            if (!hands.hasFree(device, post.model(), present.room())) {
                post.lane().unseat(device);
            } else {
                if (seat == null || !seat.model().equals(post.model())) {
                    long given = lastGiven.getOrDefault(device, 0L);
                    long busyUntil = hands.busyUntil(device, present.room(), latest);
                    seat = forecast.seat(present.worker(), present.kin(), post.model(), busyUntil, given, latest);
                }
                post.lane().seat(seat);
            }
        }
    }

    /** Who serves a lane; the first time that a model is named, everybody is asked. */
    Lane lane(LaneKey key) {
        if (!lanes.has(key)) {
            Lane lane = lanes.get(key);
            online.values().forEach(present -> enter(present, key, lane));
            unsettled.addAll(online.keySet());
        }
        settle();
        return lanes.get(key);
    }

    boolean hasFree(LaneKey lane) {
        return lane(lane).hasFree();
    }

    private Room room(String device) {
        Present present = online.get(device);
        return present == null ? Room.IN_LINE : present.room();
    }

    /** When a worker could begin with a lease: from then on its speed is measured. Empty while another is before it. */
    Optional<Instant> couldBeginAt(String device, String lease) {
        return hands.couldBeginAt(device, lease, room(device));
    }

    /** When a worker will be done with what it has in hand, by the forecast. */
    Instant busyUntil(String device) {
        return Instant.ofEpochMilli(hands.doneAt(device, room(device), latest));
    }

    /** A member's own device with a hand free. */
    Optional<OnlineWorker> freeOf(String member, LaneKey lane) {
        return lane(lane).ownSeat(member, Set.of()).map(Seat::worker);
    }

    /** Members whose own devices have a hand free: their tasks may be looked for first. A live view. */
    Set<String> ownersWithFree(LaneKey lane) {
        return lane(lane).owners();
    }

    /**
     * Who gets a task: an own device; else the one that served the conversation last, if it is about as good as the best; else, seldom, one
     * for a trial; else chance among the good. Kin come last, when nobody else has a hand free: they are not paid, but waiting would help nobody.
     * Who has a model of a smaller rank goes before all others, and nobody waits for one whose hands are full.
     * Of a job in parts nobody gets another part while somebody with fewer of them has a hand free: with so few workers that all are good enough,
     * chance would give one of them several and leave others idle. Gives nothing away yet: that is {@link #gave}.
     */
    Choice choose(Ticket ticket, Ties ties, Instant now, RandomGenerator random) {
        Lane lane = lane(ticket.lane());
        long millis = now.toEpochMilli();
        Optional<Seat> own = lane.ownSeat(ticket.member(), ties.failed());
        if (own.isPresent()) {
            return chosen(lane, own.get(), ticket, millis);
        }
        if (!lane.hasFree()) {
            return ownAgain(lane, ticket, ties.failed(), millis);
        }
        Kinship.Relative asker = kinship.of(ticket.member());
        Predicate<Seat> failed = seat -> ties.failed().contains(seat.device());
        Predicate<Seat> failedOrKin = seat -> asker.isKin(seat.kin()) || failed.test(seat);
        return drawBest(lane, ticket.work(), failedOrKin, ties, millis, random)
                .or(() -> drawBest(lane, ticket.work(), failed, ties, millis, random))
                .<Choice>map(seat -> chosen(lane, seat, ticket, millis))
                .orElseGet(() -> noneMay(lane, ticket, ties.failed(), millis));
    }

    /** Nobody else has a hand free: where nobody else serves the lane at all, an own device that failed the task may try again. */
    private static Choice ownAgain(Lane lane, Ticket ticket, Set<String> failed, long now) {
        return Optional.of(failed)
                .filter(devices -> !devices.isEmpty() && lane.readyWorkers() == 0)
                .flatMap(devices -> lane.ownSeat(ticket.member(), Set.of()))
                .<Choice>map(seat -> chosen(lane, seat, ticket, now))
                .orElseGet(Choice.NoneFree::new);
    }

    /** One of those with a model of the smallest rank. */
    private static Optional<Seat> drawBest(
            Lane lane, Work work, Predicate<Seat> barred, Ties ties, long now, RandomGenerator random) {
        if (lane.ranks().size() < 2) {
            return drawSpread(lane, work, barred, ties, now, random);
        }
        return lane.ranks().stream()
                .flatMap(rank ->
                        drawSpread(lane, work, seat -> seat.rank() != rank || barred.test(seat), ties, now, random)
                                .stream())
                .findFirst();
    }

    /** One of those with the fewest parts of the job in hand. */
    private static Optional<Seat> drawSpread(
            Lane lane, Work work, Predicate<Seat> barred, Ties ties, long now, RandomGenerator random) {
        int most = ties.mostParts();
        Optional<Seat> drawn = Optional.empty();
        for (int parts = 0; parts < most && drawn.isEmpty(); parts++) {
            int fewest = parts;
            drawn = draw(
                    lane,
                    work,
                    seat -> ties.parts(seat.device()) > fewest || barred.test(seat),
                    ties.last(),
                    now,
                    random);
        }
        return drawn.or(() -> draw(lane, work, barred, ties.last(), now, random));
    }

    private static Optional<Seat> draw(
            Lane lane, Work work, Predicate<Seat> barred, Optional<String> last, long now, RandomGenerator random) {
        Prospects prospects = new Prospects(lane.peers(), work, barred, now);
        if (prospects.isEmpty()) {
            return Optional.empty();
        }
        return last.flatMap(lane::freeSeat)
                .filter(barred.negate())
                .filter(known -> lane.workMillis(known, work) + known.queueMillis(now)
                        <= Prospects.SPREAD * prospects.smallest())
                .or(() -> Trials.draw(lane.byRest(), barred, now, random))
                .or(() -> Optional.of(prospects.pick(random)));
    }

    /**
     * An own device for a task that no other may have: one that has not failed it, if it has a hand free; else, as nobody else will ever
     * serve it, any.
     */
    Optional<Choice.Chosen> chooseOwn(Ticket ticket, Set<String> failedBefore, Instant now) {
        Lane lane = lane(ticket.lane());
        return lane.ownSeat(ticket.member(), failedBefore)
                .or(() -> lane.ownSeat(ticket.member(), Set.of()))
                .map(seat -> chosen(lane, seat, ticket, now.toEpochMilli()));
    }

    /** A member's workers. Time: linear in the workers online. */
    List<OnlineWorker> workersOf(String member) {
        return online.values().stream()
                .map(Present::worker)
                .filter(worker -> worker.holder().member().equals(member))
                .toList();
    }

    private static Choice.Chosen chosen(Lane lane, Seat seat, Ticket ticket, long now) {
        return new Choice.Chosen(
                seat.worker(),
                seat.model(),
                seat.owner().equals(ticket.member()),
                seat.queueMillis(now),
                lane.workMillis(seat, ticket.work()));
    }

    private static Choice noneMay(Lane lane, Ticket ticket, Set<String> failedBefore, long now) {
        List<Choice.Chosen> failed = failedBefore.stream()
                .flatMap(device -> lane.freeSeat(device).stream())
                .sorted(Seat.SOONEST_FREE_THEN_FASTEST)
                .map(seat -> chosen(lane, seat, ticket, now))
                .toList();
        long failedReady = failedBefore.stream().filter(lane::isReady).count();
        return new Choice.NoneMay(failed, failedReady < lane.readyWorkers());
    }
}
