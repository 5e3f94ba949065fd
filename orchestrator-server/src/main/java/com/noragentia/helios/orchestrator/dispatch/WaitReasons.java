/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.orchestrator.dispatch;

import com.noragentia.helios.protocol.api.WaitReason;
import com.noragentia.helios.protocol.task.Expert;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;
import java.util.function.Predicate;

/** Why a task waits, and about how long still. Not thread-safe; lives on the writer's thread. */
final class WaitReasons {

    /** No estimate is longer: beyond a day it is no estimate. */
    static final long LONGEST_ESTIMATE_MILLIS = 24L * 60 * 60 * 1_000;

    /** The share of the newest task in the mean. */
    private static final double NEWEST = 0.05;

    private final WorkerIndex workers;
    private final Forecast forecast;
    private final Map<Expert, Double> meanMillis = new EnumMap<>(Expert.class);

    WaitReasons(WorkerIndex workers, Forecast forecast) {
        this.workers = workers;
        this.forecast = forecast;
    }

    /** A task of an expert was answered, so long after its worker could begin. */
    void served(Expert expert, long millis) {
        double newest = Math.max(0, millis);
        meanMillis.merge(expert, newest, (mean, _) -> mean + NEWEST * (newest - mean));
    }

    /** Whether anybody who is online serves a lane, now or once its model is loaded. */
    boolean isPossible(LaneKey lane) {
        return workers.lane(lane).readyWorkers() + workers.lane(lane).loadingWorkers() > 0;
    }

    /**
     * @param failedBefore devices that had the task and could not
     * @param ahead tasks of its lane whose turn comes before
     */
    WaitReason reason(Ticket ticket, Set<String> failedBefore, int ahead) {
        if (ticket.ownOnly()) {
            return ownReason(ticket, ahead);
        }
        Lane lane = workers.lane(ticket.lane());
        if (able(lane, failedBefore) == 0) {
            if (own(ticket, OnlineWorker::ownOnly)) {
                return ahead > 0 ? WaitReason.QUEUE : WaitReason.WORKERS_BUSY;
            }
            if (lane.loadingWorkers() > 0) {
                return WaitReason.MODEL_LOADING;
            }
            if (lane.readyWorkers() > 0) {
                return WaitReason.WORKERS_FAILED;
            }
            return lane.refusingWorkers() > 0 ? WaitReason.MODEL_REFUSED : WaitReason.NO_WORKER;
        }
        return ahead > 0 || lane.hasFree() ? WaitReason.QUEUE : WaitReason.WORKERS_BUSY;
    }

    /** Whether such a device of the member would answer at once, but for what it has in hand. */
    private boolean own(Ticket ticket, Predicate<OnlineWorker> such) {
        return workers.workersOf(ticket.member()).stream()
                .anyMatch(worker ->
                        such.test(worker) && worker.readyFor(ticket.lane()).isPresent());
    }

    /** As far as only the member's own devices count. */
    private WaitReason ownReason(Ticket ticket, int ahead) {
        List<OnlineWorker> own = workers.workersOf(ticket.member());
        if (own(ticket, _ -> true)) {
            return ahead > 0 ? WaitReason.QUEUE : WaitReason.WORKERS_BUSY;
        }
        if (own.stream().anyMatch(worker -> worker.could(ticket.lane()))) {
            return WaitReason.MODEL_LOADING;
        }
        boolean isRefused = own.stream().anyMatch(worker -> worker.refuses(ticket.lane()));
        return isRefused ? WaitReason.MODEL_REFUSED : WaitReason.NO_WORKER;
    }

    /**
     * Milliseconds until the answer is there: what is ahead, shared among those who are able, and the task itself. Empty while nobody is
     * able, as then nobody knows, and for what only own devices may serve.
     */
    OptionalLong estimateMillis(Ticket ticket, Set<String> failedBefore, int ahead) {
        if (ticket.ownOnly()) {
            return OptionalLong.empty();
        }
        Lane lane = workers.lane(ticket.lane());
        int able = able(lane, failedBefore);
        if (able == 0) {
            return OptionalLong.empty();
        }
        double own = lane.commonestModel()
                .map(model -> forecast.usualMillis(model, ticket.work()))
                .orElse(0.0);
        double mean = meanMillis.getOrDefault(ticket.lane().expert(), own);
        double busy = lane.hasFree() ? 0 : mean;
        // Each takes as long as it does in company; so many are in the making at once.
        double atOnce = able * (double) lane.answersAtOnce() / lane.readyWorkers();
        double millis = (Math.max(0, ahead) * mean + busy) / atOnce + own;
        return OptionalLong.of((long) Math.clamp(millis, 0, (double) LONGEST_ESTIMATE_MILLIS));
    }

    private static int able(Lane lane, Set<String> failedBefore) {
        return lane.readyWorkers()
                - (int) failedBefore.stream().filter(lane::isReady).count();
    }
}
