/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.orchestrator.dispatch;

import com.noragentia.helios.protocol.task.Expert;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.random.RandomGenerator;
import java.util.stream.Collectors;

/**
 * Chooses who gets a task, and remembers within one round what it gave away. Pure: the workers, their leases and chance come in. Not
 * thread-safe; one round, one instance.
 */
final class WorkerChoice {

    private final List<OnlineWorker> workers;
    private final Map<String, Integer> leases;
    private final RandomGenerator random;

    WorkerChoice(List<OnlineWorker> workers, Map<String, Integer> openLeases, RandomGenerator random) {
        this.workers = workers;
        this.leases = new HashMap<>(openLeases);
        this.random = random;
    }

    /** The experts for which somebody has a hand free. */
    Set<Expert> served() {
        return workers.stream()
                .filter(this::isFree)
                .flatMap(worker -> worker.models().values().stream())
                .filter(HostedModel::ready)
                .flatMap(model -> model.experts().stream())
                .collect(Collectors.toSet());
    }

    /**
     * The least busy worker, chance among equals. Whoever failed the task before gets it again only when no other worker is ready for
     * it; one that is busy is waited for, one whose model is still loading is not, as it may never be ready.
     */
    Optional<OnlineWorker> choose(WaitingTask task) {
        Predicate<OnlineWorker> failedBefore =
                worker -> task.lastWorker().filter(worker.device()::equals).isPresent();
        boolean othersAreReady = workers.stream()
                .anyMatch(worker -> failedBefore.negate().test(worker)
                        && worker.readyFor(task.expert()).isPresent());
        List<OnlineWorker> candidates = workers.stream()
                .filter(worker ->
                        isFree(worker) && worker.readyFor(task.expert()).isPresent())
                .filter(worker -> !othersAreReady || failedBefore.negate().test(worker))
                .toList();
        Optional<OnlineWorker> chosen = leastBusy(candidates);
        chosen.ifPresent(worker -> leases.merge(worker.device(), 1, Integer::sum));
        return chosen;
    }

    private Optional<OnlineWorker> leastBusy(List<OnlineWorker> candidates) {
        int fewest = candidates.stream().mapToInt(this::leasesOf).min().orElse(0);
        List<OnlineWorker> equals = candidates.stream()
                .filter(worker -> leasesOf(worker) == fewest)
                .sorted(Comparator.comparing(OnlineWorker::device))
                .toList();
        return equals.isEmpty() ? Optional.empty() : Optional.of(equals.get(random.nextInt(equals.size())));
    }

    private boolean isFree(OnlineWorker worker) {
        return !worker.draining() && leasesOf(worker) < LeaseRules.LEASES_PER_WORKER;
    }

    private int leasesOf(OnlineWorker worker) {
        return leases.getOrDefault(worker.device(), 0);
    }
}
