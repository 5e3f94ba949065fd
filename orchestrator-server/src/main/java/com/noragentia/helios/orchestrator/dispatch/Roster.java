/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.orchestrator.dispatch;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.UnaryOperator;

/** Who is online, by device. What a worker says counts only in its newest session. Changed on the writer's thread, read by anybody. */
public final class Roster {

    private final Map<String, OnlineWorker> byDevice = new ConcurrentHashMap<>();

    void put(OnlineWorker worker) {
        byDevice.put(worker.device(), worker);
    }

    /** False if the device has another session by now. */
    boolean remove(Holder holder) {
        return find(holder.device())
                .filter(worker -> isOf(worker, holder))
                .map(worker -> byDevice.remove(holder.device(), worker))
                .orElse(false);
    }

    Optional<OnlineWorker> find(String device) {
        return Optional.ofNullable(byDevice.get(device));
    }

    /** The worker as it is now; empty if the device has another session by now, or none. */
    Optional<OnlineWorker> change(Holder holder, UnaryOperator<OnlineWorker> change) {
        Optional<OnlineWorker> changed =
                find(holder.device()).filter(worker -> isOf(worker, holder)).map(change);
        changed.ifPresent(this::put);
        return changed;
    }

    private static boolean isOf(OnlineWorker worker, Holder holder) {
        return worker.holder().session().equals(holder.session());
    }

    Optional<WorkerLink> link(String device) {
        return find(device).map(OnlineWorker::link);
    }

    List<OnlineWorker> workers() {
        return List.copyOf(byDevice.values());
    }

    /** Whether anybody who is online could serve a lane now, or soon. */
    boolean could(LaneKey lane) {
        return byDevice.values().stream().anyMatch(worker -> worker.could(lane));
    }

    /** Whether one of a member's own workers could, if it is online. */
    boolean could(LaneKey lane, String member) {
        return byDevice.values().stream()
                .anyMatch(worker -> worker.holder().member().equals(member) && worker.could(lane));
    }

    /** Whether a member has a worker online that takes tasks. */
    boolean has(String member) {
        return byDevice.values().stream()
                .anyMatch(
                        worker -> !worker.draining() && worker.holder().member().equals(member));
    }

    public int online() {
        return byDevice.size();
    }

    /** How many workers could start at once with a model. */
    public int ready(String model) {
        Collection<OnlineWorker> workers = byDevice.values();
        return (int) workers.stream()
                .filter(worker -> !worker.draining())
                .map(worker -> worker.models().get(model))
                .filter(hosted -> hosted != null && hosted.ready())
                .count();
    }
}
