/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.orchestrator.job;

import com.noragentia.helios.protocol.task.Expert;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Which model is to put the parts of a job together. Of the same expert, the one that was named for the parts. A question about recordings is asked of
 * a model that quotes, where there is one: language models do the same with what was said, at the price of reading and writing it.
 */
final class ReducingModel {

    private final Supplier<List<ModelOnOffer>> offers;

    /** @param offers all models on offer, the preferred one of an expert first */
    ReducingModel(Supplier<List<ModelOnOffer>> offers) {
        this.offers = offers;
    }

    /**
     * The model to name to dispatch; empty where any will do.
     *
     * @param ofParts the expert of the parts
     * @param named the model that was named for them
     */
    Optional<String> of(Reduction reduction, Expert ofParts, Optional<String> named) {
        return switch (reduction) {
            case Reduction.Join() -> Optional.empty();
            case Reduction.Ask(var bare) -> bare.expert() == ofParts ? named : quoting(bare.expert());
        };
    }

    /** A model that answers by quoting; empty where there is none. */
    Optional<String> quoting(Expert expert) {
        return offers.get().stream()
                .filter(model -> !model.namedOnly() && !model.writes() && model.fits(expert, false))
                .map(ModelOnOffer::id)
                .findFirst();
    }
}
