/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.orchestrator.dispatch;

import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * Who serves one expert: the ready, those that load, and the seats of those with a hand free. Who serves his own member alone has a seat that
 * only that member sees, and counts for nobody else. Not thread-safe.
 */
final class Lane {

    private final Map<String, HostedModel> ready = new HashMap<>();
    private final Map<String, Integer> readyByModel = new HashMap<>();
    private int answersAtOnce;
    private final Set<String> readyForOwn = new HashSet<>();
    private final Set<String> loading = new HashSet<>();
    private final Set<String> refusing = new HashSet<>();
    private final Map<String, Seat> free = new HashMap<>();
    private final Map<String, Seat> freeForOwn = new HashMap<>();
    private final Map<Pace, Peers> byPace = new HashMap<>();
    private final Map<String, SeatRow> byOwner = new HashMap<>();
    /** How many seats there are of each rank. */
    private final TreeMap<Integer, Integer> byRank = new TreeMap<>();

    private final SeatRow byRest = new SeatRow(Seat.LONGEST_RESTING);

    /** It hosts a model that is ready, for everybody. */
    void ready(String device, HostedModel model) {
        ready.put(device, model);
        readyByModel.merge(model.id(), 1, Integer::sum);
        answersAtOnce += model.atOnce();
    }

    /** It hosts a model that is not ready yet. */
    void loads(String device) {
        loading.add(device);
    }

    /** It was told to host a model for this, and could not. */
    void refuses(String device) {
        refusing.add(device);
    }

    /** Workers that host no model for this because they could not. */
    int refusingWorkers() {
        return refusing.size();
    }

    /** It hosts a model that is ready, for its own member alone. */
    void readyForOwn(String device) {
        readyForOwn.add(device);
    }

    /** It is ready and has a hand free; this seat replaces the one it had. */
    void seat(Seat seat) {
        Map<String, Seat> seats = seat.worker().ownOnly() ? freeForOwn : free;
        Seat old = seats.put(seat.device(), seat);
        if (old == null) {
            enter(seat);
        } else if (!old.equals(seat)) {
            move(old, seat);
        }
    }

    private void enter(Seat seat) {
        byOwner.computeIfAbsent(seat.owner(), _ -> new SeatRow(Seat.SOONEST_FREE_THEN_FASTEST))
                .add(seat);
        if (seat.worker().ownOnly()) {
            return;
        }
        byRank.merge(seat.rank(), 1, Integer::sum);
        peersOf(seat).add(seat);
        if (seat.isResting()) {
            byRest.add(seat);
        }
    }

    private void move(Seat old, Seat seat) {
        SeatRow own = byOwner.get(old.owner());
        if (own == null
                || seat.worker().ownOnly()
                || !old.owner().equals(seat.owner())
                || !old.pace().equals(seat.pace())
                || old.rank() != seat.rank()) {
            leave(old);
            enter(seat);
            return;
        }
        own.replace(old, seat);
        peersOf(seat).replace(old, seat);
        if (old.isResting()) {
            byRest.remove(old);
        }
        if (seat.isResting()) {
            byRest.add(seat);
        }
    }

    private SeatRow peersOf(Seat seat) {
        return byPace.computeIfAbsent(seat.pace(), Peers::new).seats();
    }

    /** What was said of a device is void. */
    void clear(String device) {
        loading.remove(device);
        refusing.remove(device);
        if (readyForOwn.remove(device)) {
            unseat(device);
            return;
        }
        HostedModel model = ready.remove(device);
        if (model == null) {
            return; // only the ready have a seat
        }
        answersAtOnce -= model.atOnce();
        readyByModel.computeIfPresent(model.id(), (_, count) -> count > 1 ? count - 1 : null);
        unseat(device);
    }

    /** It has no hand free. */
    void unseat(String device) {
        Seat seat = free.remove(device);
        Seat forOwn = freeForOwn.remove(device);
        if (seat != null) {
            leave(seat);
        }
        if (forOwn != null) {
            leave(forOwn);
        }
    }

    private void leave(Seat seat) {
        byOwner.computeIfPresent(seat.owner(), (_, row) -> {
            row.remove(seat);
            return row.isEmpty() ? null : row;
        });
        if (seat.worker().ownOnly()) {
            return;
        }
        byRank.computeIfPresent(seat.rank(), (_, seats) -> seats > 1 ? seats - 1 : null);
        if (seat.isResting()) {
            byRest.remove(seat);
        }
        byPace.computeIfPresent(seat.pace(), (_, peers) -> {
            peers.seats().remove(seat);
            return peers.seats().isEmpty() ? null : peers;
        });
    }

    /** Whether anybody with a hand free takes everybody's tasks. */
    boolean hasFree() {
        return !free.isEmpty();
    }

    /** The seat of a device that takes everybody's tasks. */
    Optional<Seat> freeSeat(String device) {
        return Optional.ofNullable(free.get(device));
    }

    /** The seat of a member's own device of the smallest rank that is free soonest, the fastest of several; none of {@code barred}. */
    Optional<Seat> ownSeat(String member, Set<String> barred) {
        SeatRow row = byOwner.get(member);
        Optional<Seat> best = Optional.empty();
        for (int i = 0; row != null && i < row.size(); i++) {
            Seat seat = row.get(i);
            if (!barred.contains(seat.device())
                    && best.filter(other -> other.rank() <= seat.rank()).isEmpty()) {
                best = Optional.of(seat);
                if (!byRank.isEmpty() && seat.rank() == byRank.firstKey()) {
                    return best;
                }
            }
        }
        return best;
    }

    /** The ranks of those with a hand free, the smallest first; a live view. */
    Set<Integer> ranks() {
        return byRank.keySet();
    }

    /** Members with a seat here; a live view. */
    Set<String> owners() {
        return byOwner.keySet();
    }

    /** How long the worker of a seat works on a task, by the forecast. */
    double workMillis(Seat seat, Work work) {
        Peers peers = byPace.get(seat.pace());
        return (peers == null ? new Peers(seat.pace()) : peers).millisFor(work);
    }

    Collection<Peers> peers() {
        return byPace.values();
    }

    SeatRow byRest() {
        return byRest;
    }

    boolean isReady(String device) {
        return ready.containsKey(device);
    }

    int readyWorkers() {
        return ready.size();
    }

    /** Answers that all its workers together have in the making when they are busy. */
    int answersAtOnce() {
        return answersAtOnce;
    }

    int loadingWorkers() {
        return loading.size();
    }

    /** The model that most of its workers answer with. */
    Optional<String> commonestModel() {
        return readyByModel.entrySet().stream()
                .max(Comparator.comparingInt(Map.Entry<String, Integer>::getValue))
                .map(Map.Entry::getKey);
    }
}
