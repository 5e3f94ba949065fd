/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.orchestrator.trust;

import com.noragentia.helios.orchestrator.dispatch.Holder;
import com.noragentia.helios.orchestrator.dispatch.HostedModel;
import com.noragentia.helios.orchestrator.dispatch.LeasedTask;
import com.noragentia.helios.orchestrator.dispatch.OnlineWorker;
import com.noragentia.helios.orchestrator.dispatch.WorkerLink;
import com.noragentia.helios.protocol.api.SkipReason;
import com.noragentia.helios.protocol.task.Expert;
import com.noragentia.helios.protocol.task.TaskOutput;
import com.noragentia.helios.protocol.task.Usage;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** A worker without a socket, that does what the test says. */
final class PlayedWorker implements WorkerLink {

    static final String MODEL = "knows-all-1";

    private final CheckTrial trial;
    private final Holder holder;
    private final Deque<LeasedTask> inbox = new ArrayDeque<>();
    private final List<String> cancelled = new ArrayList<>();

    PlayedWorker(CheckTrial trial, String device, String owner) {
        this.trial = trial;
        this.holder = new Holder(device, owner, "its name", "session");
    }

    /** Comes, or comes back after a restart. */
    PlayedWorker arrive() {
        return arrive(EnumSet.allOf(Expert.class), true);
    }

    PlayedWorker arrive(Set<Expert> experts, boolean ready) {
        trial.dispatch().leaseDesk().arrived(OnlineWorker.arrived(holder, this));
        trial.dispatch().leaseDesk().hosts(holder, new HostedModel(MODEL, experts, ready));
        trial.settle();
        return this;
    }

    /** Comes with nothing but the demonstration model, which must be named. */
    PlayedWorker arriveToDemonstrate() {
        return arriveToDemonstrate(SmallSumKind.MODEL, Expert.CHAT);
    }

    /** Comes with nothing but a model that must be named. */
    PlayedWorker arriveToDemonstrate(String model, Expert expert) {
        trial.dispatch().leaseDesk().arrived(OnlineWorker.arrived(holder, this));
        trial.dispatch().leaseDesk().hosts(holder, new HostedModel(model, Set.of(expert), true, true));
        trial.settle();
        return this;
    }

    /** Takes no more tasks. */
    PlayedWorker drain() {
        trial.dispatch().leaseDesk().drains(holder);
        trial.settle();
        return this;
    }

    void comeBackWith(LeasedTask task) {
        trial.dispatch().leaseDesk().cameBackWith(holder, List.of(task.lease())).join();
    }

    String device() {
        return holder.device();
    }

    int waiting() {
        return inbox.size();
    }

    LeasedTask next() {
        return inbox.removeFirst();
    }

    List<String> cancelled() {
        return cancelled;
    }

    void complete(LeasedTask task, TaskOutput output) {
        trial.dispatch().leaseDesk().completed(holder, task.lease(), output, new Usage(1, 1, 0, 0, 0));
        trial.settle();
    }

    /** Answers a canary right, and a member somehow. */
    void answer(LeasedTask task) {
        complete(
                task,
                trial.canary(task.task()).map(RightAnswers::to).orElseGet(() -> RightAnswers.wrong(task.input())));
    }

    void answerAll() {
        while (!inbox.isEmpty()) {
            answer(next());
        }
    }

    @Override
    public void run(LeasedTask task) {
        inbox.add(task);
    }

    @Override
    public void cancel(String lease) {
        cancelled.add(lease);
    }

    @Override
    public void passedOver(Map<SkipReason, Integer> skips) {
        // It does not care.
    }

    @Override
    public void reload(String model) {
        // It has.
    }
}
