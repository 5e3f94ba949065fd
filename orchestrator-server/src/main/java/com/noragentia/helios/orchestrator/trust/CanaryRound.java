/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.orchestrator.trust;

import com.noragentia.helios.orchestrator.dispatch.Errand;
import com.noragentia.helios.orchestrator.dispatch.ErrandDesk;
import com.noragentia.helios.orchestrator.store.Store;
import com.noragentia.helios.orchestrator.store.Transaction;
import com.noragentia.helios.orchestrator.store.UnheardFailure;
import com.noragentia.helios.protocol.task.TaskInput;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;

/**
 * Sends canaries to idle workers at random times, exponentially apart: when the next comes tells nothing of those before (trust.md 3.5). A
 * device that qualifies has one after the other. For one thread.
 */
final class CanaryRound {

    static final Duration MEAN_OF_NEWCOMERS = Duration.ofMinutes(10);
    static final Duration MEAN = Duration.ofHours(1);
    /** How often idle workers are looked at. */
    static final Duration INTERVAL = Duration.ofSeconds(5);

    private final Store store;
    private final ErrandDesk errands;
    private final Canaries canaries;
    private final CanaryTable table;
    private final QualificationTable runs;
    private final Trust trust;
    private final CanaryFiles files;
    private final Supplier<String> ids;
    private final Clock clock;
    private final RandomGenerator random;
    /** When each device has its next; drawn anew for one that comes back, which changes nothing, as the draw has no memory. */
    private final Map<String, Instant> due = new HashMap<>();

    private Instant next = Instant.MIN;

    /** @param ids names tasks as those of members are named */
    CanaryRound(
            Store store,
            ErrandDesk errands,
            Canaries canaries,
            CanaryTable table,
            QualificationTable runs,
            Trust trust,
            CanaryFiles files,
            Supplier<String> ids,
            Clock clock,
            RandomGenerator random) {
        this.store = store;
        this.errands = errands;
        this.canaries = canaries;
        this.table = table;
        this.runs = runs;
        this.trust = trust;
        this.files = files;
        this.ids = ids;
        this.clock = clock;
        this.random = random;
    }

    /** To be called as often as one likes. */
    void run() {
        Instant now = clock.instant();
        Set<String> out = store.read(table::devices);
        store.read(tx -> runs.open(tx, now.minus(Qualifying.WISH))).stream()
                .filter(device -> !out.contains(device))
                .flatMap(device -> errands.idle(device).stream())
                .forEach(worker -> send(worker, now));
        if (!now.isBefore(next)) {
            next = now.plus(INTERVAL);
            due.keySet().removeIf(device -> !errands.isThere(device));
            errands.idle().stream()
                    .filter(worker -> !out.contains(worker.device()) && isDue(worker.device(), now))
                    .forEach(worker -> send(worker, now));
        }
    }

    private boolean isDue(String device, Instant now) {
        return !due.computeIfAbsent(device, one -> now.plus(pause(one))).isAfter(now);
    }

    private Duration pause(String device) {
        long passed = store.read(tx -> trust.ofDevice(tx, device)).passed();
        Duration mean = passed < Qualifying.NEEDED ? MEAN_OF_NEWCOMERS : MEAN;
        return Duration.ofMillis(Math.round(random.nextExponential() * mean.toMillis()));
    }

    private void send(ErrandDesk.Idle worker, Instant now) {
        due.remove(worker.device());
        Optional<String> model = canaries.pick(worker.experts(), worker.named());
        Optional<Canary> drawn = model.map(canaries::drawFor).orElseGet(() -> canaries.draw(worker.experts()));
        drawn.ifPresent(canary -> {
            String task = ids.get();
            Optional<String> conversation =
                    canary.question() instanceof TaskInput.Chat ? Optional.of(ids.get()) : Optional.empty();
            Errand errand = new Errand(task, canary.question(), conversation, model);
            UnheardFailure.log("sending a canary", store.submit(tx -> send(tx, errand, worker.device(), canary, now)));
        });
    }

    private boolean send(Transaction tx, Errand errand, String device, Canary canary, Instant now) {
        boolean isSent = errands.send(tx, errand, device);
        if (isSent) {
            table.add(tx, errand.task(), device, canary, now);
        } else { // it has something to do by now
            canary.question().attachments().forEach(file -> files.withdraw(tx, file));
        }
        return isSent;
    }
}
