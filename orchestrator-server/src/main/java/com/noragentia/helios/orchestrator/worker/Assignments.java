/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.orchestrator.worker;

import com.noragentia.helios.orchestrator.dispatch.Holder;
import com.noragentia.helios.orchestrator.dispatch.HostedModel;
import com.noragentia.helios.orchestrator.dispatch.LeaseDesk;
import com.noragentia.helios.protocol.message.ToWorker;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** What one worker has been told to host. Only the newest order for a model counts. Thread-safe. */
final class Assignments {

    private record Order(long epoch, ModelOrder model) {}

    private final WorkerSocket socket;
    private final Holder worker;
    private final LeaseDesk leases;
    private final Epochs epochs;
    private final Map<String, Order> byModel = new ConcurrentHashMap<>();

    Assignments(WorkerSocket socket, Holder worker, LeaseDesk leases, Epochs epochs) {
        this.socket = socket;
        this.worker = worker;
        this.leases = leases;
        this.epochs = epochs;
    }

    void assign(ModelOrder model) {
        Order order = new Order(epochs.next(), model);
        byModel.put(model.model(), order);
        socket.send(new ToWorker.Assign(order.epoch(), model.manifest()));
    }

    /** Orders a model once more. */
    void renew(String model) {
        Optional.ofNullable(byModel.get(model)).map(Order::model).ifPresent(this::assign);
    }

    void loading(long epoch) {
        current(epoch).ifPresent(order -> leases.hosts(worker, hosted(order, false)));
    }

    void ready(long epoch) {
        current(epoch).ifPresent(order -> leases.hosts(worker, hosted(order, true)));
    }

    void declined(long epoch) {
        current(epoch)
                .ifPresent(order -> leases.hostsNoLonger(worker, order.model().model()));
    }

    private Optional<Order> current(long epoch) {
        return byModel.values().stream().filter(order -> order.epoch() == epoch).findFirst();
    }

    private static HostedModel hosted(Order order, boolean ready) {
        return new HostedModel(order.model().model(), order.model().experts(), ready);
    }
}
