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
 * @param atOnce answers that the worker says it writes side by side with it
 */
record Order(long epoch, ModelOrder model, Instant since, Instant sentAt, Stage stage, int atOnce) {

    /** Loading, then probing, then ready; or set back, and waiting to be ordered anew. */
    sealed interface Stage {}

    record Loading() implements Stage {}

    record Probing(Probe probe, long loadMillis) implements Stage {}

    record Ready() implements Stage {}

    record SetBack(Instant again) implements Stage {}

    /** It is on its way. */
    static Order sent(long epoch, ModelOrder model, Instant since, Instant now) {
        return new Order(epoch, model, since, now, new Loading(), 1);
    }

    Order in(Stage next) {
        return new Order(epoch, model, since, sentAt, next, atOnce);
    }

    /** Only language models write side by side; of others the claim is passed over. */
    Order claiming(int answersAtOnce) {
        return model.writes() ? new Order(epoch, model, since, sentAt, stage, answersAtOnce) : this;
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
        return new HostedModel(id(), model.experts(), isReady(), model.namedOnly(), model.rank(), atOnce);
    }
}
