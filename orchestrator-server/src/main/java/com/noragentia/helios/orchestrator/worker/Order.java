/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.orchestrator.worker;

import com.noragentia.helios.orchestrator.dispatch.HostedModel;
import java.time.Instant;
import java.util.Optional;

/**
 * An assignment and how far it has come.
 *
 * @param since when the model was first ordered from this worker
 * @param sentAt when this order was sent
 */
record Order(long epoch, ModelOrder model, Instant since, Instant sentAt, Stage stage) {

    /** Loading, then probing, then ready; or set back, and waiting to be ordered anew. */
    sealed interface Stage {}

    record Loading() implements Stage {}

    record Probing(Probe probe, long loadMillis) implements Stage {}

    record Ready() implements Stage {}

    record SetBack(Instant again) implements Stage {}

    Order in(Stage next) {
        return new Order(epoch, model, since, sentAt, next);
    }

    String id() {
        return model.model();
    }

    Optional<Probing> probing() {
        return stage instanceof Probing probing ? Optional.of(probing) : Optional.empty();
    }

    boolean isReady() {
        return stage instanceof Ready;
    }

    HostedModel hosted() {
        return new HostedModel(id(), model.experts(), isReady(), model.namedOnly());
    }
}
