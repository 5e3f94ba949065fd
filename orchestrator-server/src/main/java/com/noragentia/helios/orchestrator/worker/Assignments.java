/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.orchestrator.worker;

import com.noragentia.helios.orchestrator.dispatch.Holder;
import com.noragentia.helios.orchestrator.placement.Hosting;
import com.noragentia.helios.protocol.api.ProblemCode;
import com.noragentia.helios.protocol.message.ToWorker;
import com.noragentia.helios.protocol.task.TaskOutput;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What one worker has been told to host. Only the newest order for a model counts, and no task comes before the model has passed its
 * probe. Thread-safe; its lock is held while dispatch is told, so the store's writer must never wait for it.
 */
final class Assignments {

    /** How often a model may be set back before it is given up on this worker. */
    static final int TRIALS = 3;

    static final Duration AGAIN_AFTER = Duration.ofSeconds(10);
    private static final Logger LOG = LoggerFactory.getLogger(Assignments.class);

    private final WorkerSocket socket;
    private final Holder worker;
    private final SessionParts parts;
    private final Map<String, Order> byModel = new HashMap<>();
    private final Map<String, Integer> setbacks = new HashMap<>();
    /** What did not work here, as it was ordered. */
    private final Map<String, ModelOrder> unfit = new HashMap<>();
    /** What did not fit beside what the worker hosts now. */
    private final Map<String, ModelOrder> tooLarge = new HashMap<>();

    Assignments(WorkerSocket socket, Holder worker, SessionParts parts) {
        this.socket = socket;
        this.worker = worker;
        this.parts = parts;
    }

    synchronized void assign(ModelOrder model) {
        Instant now = parts.clock().instant();
        Instant since = Optional.ofNullable(byModel.get(model.model()))
                .map(Order::since)
                .orElse(now);
        Order order = Order.sent(parts.epochs().next(), model, since, now);
        byModel.put(model.model(), order);
        socket.send(new ToWorker.Assign(order.epoch(), model.manifest()));
    }

    /** Orders a model once more. */
    synchronized void renew(String model) {
        Optional.ofNullable(byModel.get(model)).map(Order::model).ifPresent(this::assign);
    }

    /**
     * Orders anew what is offered with another manifest than it was ordered with, and forgets what did not work with another. The worker
     * finishes its tasks with the old files first.
     */
    synchronized void takeUp(Function<String, Optional<ModelOrder>> offer) {
        for (Order order : List.copyOf(byModel.values())) {
            offer.apply(order.id()).filter(order.model()::isReplacedBy).ifPresent(now -> {
                LOG.info("{} has other files now and is ordered anew from device {}", order.id(), worker.device());
                setbacks.remove(order.id());
                parts.leases().hostsNoLonger(worker, order.id());
                assign(now);
            });
        }
        for (Map<String, ModelOrder> refused : List.of(unfit, tooLarge)) {
            refused.values()
                    .removeIf(old ->
                            offer.apply(old.model()).filter(old::isReplacedBy).isPresent());
        }
    }

    /** Sends no more tasks for a model; the worker finishes those it has and gives the memory back. */
    synchronized void release(String model) {
        Optional.ofNullable(byModel.remove(model)).ifPresent(this::sendAway);
    }

    private void sendAway(Order order) {
        tooLarge.clear(); // there is more room now
        parts.leases().hostsNoLonger(worker, order.id());
        socket.send(new ToWorker.Release(order.epoch(), order.id()));
    }

    synchronized void loading(long epoch) {
        current(epoch)
                .filter(order -> order.stage() instanceof Order.Loading)
                .ifPresent(order -> change(order, new Order.Loading()));
    }

    /** The worker says a model is ready, and how many answers it writes at once with it; it is asked to show the former. */
    synchronized void ready(long epoch, int atOnce) {
        current(epoch)
                .filter(order -> order.stage() instanceof Order.Loading)
                .map(order -> order.claiming(atOnce))
                .ifPresent(order -> ProbeQuestion.of(order.model().experts())
                        .ifPresentOrElse(question -> probe(order, question), () -> change(order, new Order.Ready())));
    }

    private void probe(Order order, ProbeQuestion question) {
        Instant now = parts.clock().instant();
        Probe probe = Probe.begin(parts.secrets().id(), question, now);
        long loadMillis = Duration.between(order.sentAt(), now).toMillis();
        change(order, new Order.Probing(probe, loadMillis));
        socket.send(probe.order(order.id(), parts.links()));
    }

    /** The worker does not host it, or no longer. For want of memory, that holds until it gives up another model. */
    synchronized void declined(long epoch, ProblemCode reason) {
        current(epoch).ifPresent(order -> {
            byModel.remove(order.id());
            (reason == ProblemCode.MEMORY_LACKING ? tooLarge : unfit).put(order.id(), order.model());
            parts.leases().refuses(worker, order.hosted());
        });
    }

    /** An answer to a probe; one that is not awaited changes nothing. */
    synchronized void answered(String lease, TaskOutput output) {
        Instant now = parts.clock().instant();
        for (Order order : awaiting(lease)) {
            Order.Probing probing = order.probing().orElseThrow();
            if (!probing.probe().isLate(now) && probing.probe().question().isAnsweredBy(output)) {
                setbacks.remove(order.id());
                change(order, new Order.Ready());
                long probeMillis =
                        Duration.between(probing.probe().sentAt(), now).toMillis();
                parts.times().passed(worker.device(), order.id(), probing.loadMillis(), probeMillis);
            } else {
                setBack(order, "answered wrong or late");
            }
        }
    }

    synchronized void failed(String lease) {
        awaiting(lease).forEach(order -> setBack(order, "failed"));
    }

    private List<Order> awaiting(String lease) {
        return byModel.values().stream()
                .filter(order -> order.probing()
                        .filter(probing -> probing.probe().lease().equals(lease))
                        .isPresent())
                .toList();
    }

    /** Gives up on probes that are late, and orders anew what was set back long enough ago. */
    synchronized void tend() {
        Instant now = parts.clock().instant();
        for (Order order : List.copyOf(byModel.values())) {
            if (order.stage() instanceof Order.SetBack(Instant again) && !now.isBefore(again)) {
                assign(order.model());
            } else if (order.probing()
                    .filter(probing -> probing.probe().isLate(now))
                    .isPresent()) {
                setBack(order, "not answered in time");
            }
        }
    }

    private void setBack(Order order, String how) {
        int times = setbacks.merge(order.id(), 1, Integer::sum);
        LOG.warn("a probe of {} on device {} was {}, {} of {}", order.id(), worker.device(), how, times, TRIALS);
        Instant again = parts.clock().instant().plus(AGAIN_AFTER);
        if (times < TRIALS) {
            byModel.put(order.id(), order.in(new Order.SetBack(again)));
            sendAway(order);
        } else {
            giveUp(order);
            socket.send(new ToWorker.Notice("The model " + order.id() + " does not work on this computer."));
        }
    }

    private void giveUp(Order order) {
        LOG.warn("{} is given up on device {}", order.id(), worker.device());
        byModel.remove(order.id());
        unfit.put(order.id(), order.model());
        sendAway(order);
    }

    /** What placement needs to know. */
    synchronized Map<String, Hosting> hosting() {
        Map<String, Hosting> hosting = new HashMap<>();
        byModel.values().forEach(order -> hosting.put(order.id(), new Hosting(order.since(), order.isReady())));
        return hosting;
    }

    synchronized Set<String> unfit() {
        Set<String> all = new HashSet<>(unfit.keySet());
        all.addAll(tooLarge.keySet());
        return all;
    }

    private void change(Order order, Order.Stage stage) {
        Order changed = order.in(stage);
        byModel.put(order.id(), changed);
        parts.leases().hosts(worker, changed.hosted());
    }

    private Optional<Order> current(long epoch) {
        return byModel.values().stream()
                .filter(order -> order.epoch() == epoch && !(order.stage() instanceof Order.SetBack))
                .findFirst();
    }
}
