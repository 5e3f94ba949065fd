/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.orchestrator.ops;

import com.noragentia.helios.orchestrator.catalogue.Catalogue;
import com.noragentia.helios.orchestrator.placement.Host;
import com.noragentia.helios.orchestrator.placement.Offer;
import com.noragentia.helios.orchestrator.placement.Placement;
import com.noragentia.helios.orchestrator.worker.ModelOffer;
import com.noragentia.helios.orchestrator.worker.ModelOrder;
import com.noragentia.helios.protocol.model.ModelFamily;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

/** The models of the catalogue, handed to workers as placement says. */
record PlacedModels(Catalogue catalogue, ModelPreference preference, Placement placement, Clock clock)
        implements ModelOffer {

    /** What placement needs to know of the catalogue. */
    static List<Offer> offers(Catalogue catalogue, ModelPreference preference) {
        return preference.order(catalogue).stream()
                .map(manifest -> new Offer(
                        manifest.id(),
                        Set.copyOf(manifest.experts()),
                        manifest.memoryBytes(),
                        preference.isNamedOnly(manifest)))
                .toList();
    }

    @Override
    public List<ModelOrder> joining(String device, long memoryBytes, Supplier<List<Host>> others) {
        return placement.join(device, memoryBytes, others, clock.instant()).stream()
                .map(this::order)
                .toList();
    }

    @Override
    public ModelOrder order(String model) {
        return find(model).orElseThrow(() -> new IllegalArgumentException("not on offer: " + model));
    }

    @Override
    public Optional<ModelOrder> find(String model) {
        return catalogue.models().stream()
                .filter(offered -> offered.manifest().id().equals(model))
                .findFirst()
                .map(offered -> new ModelOrder(
                        model,
                        Set.copyOf(offered.manifest().experts()),
                        offered.signed(),
                        preference.isNamedOnly(offered.manifest()),
                        preference.rank(offered.manifest()),
                        offered.manifest().traits().family() == ModelFamily.CAUSAL_LM));
    }
}
