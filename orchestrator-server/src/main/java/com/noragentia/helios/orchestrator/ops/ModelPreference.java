/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.orchestrator.ops;

import com.noragentia.helios.orchestrator.catalogue.Catalogue;
import com.noragentia.helios.orchestrator.catalogue.OfferedModel;
import com.noragentia.helios.orchestrator.job.ModelOnOffer;
import com.noragentia.helios.orchestrator.ledger.PriceTable;
import com.noragentia.helios.protocol.model.ModelManifest;
import com.noragentia.helios.protocol.task.Expert;
import java.util.Comparator;
import java.util.List;
import java.util.Set;

/**
 * Which models come first for their experts. A model that only demonstrates answers nobody who has not named it, unless the operator
 * prefers it.
 *
 * @param first ids of those that the operator prefers, the most preferred one first
 */
record ModelPreference(List<String> first) {

    /** Every model on offer, the preferred one of an expert first. */
    List<ModelManifest> order(Catalogue catalogue) {
        return catalogue.models().stream()
                .map(OfferedModel::manifest)
                .sorted(Comparator.comparingInt(this::place))
                .toList();
    }

    private int place(ModelManifest manifest) {
        int place = first.indexOf(manifest.id());
        return place < 0 ? first.size() : place;
    }

    boolean isNamedOnly(ModelManifest manifest) {
        return manifest.traits().demonstration() && !first.contains(manifest.id());
    }

    /** What work costs in a network that offers these, and what is usual there: an answer of the model that answers conversations unnamed, if it can. */
    PriceTable prices(Catalogue catalogue) {
        List<ModelManifest> offered = order(catalogue);
        List<String> chat = offered.stream()
                .filter(manifest -> manifest.experts().contains(Expert.CHAT) && !isNamedOnly(manifest))
                .map(ModelManifest::id)
                .toList();
        return PriceTable.bundled().offering(offered, chat);
    }

    /** As members may name them. */
    List<ModelOnOffer> onOffer(Catalogue catalogue) {
        return order(catalogue).stream()
                .map(manifest -> new ModelOnOffer(manifest.id(), Set.copyOf(manifest.experts()), isNamedOnly(manifest)))
                .toList();
    }
}
