/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.orchestrator.ops;

import com.noragentia.helios.orchestrator.catalogue.Catalogue;
import com.noragentia.helios.orchestrator.catalogue.OfferedModel;
import com.noragentia.helios.orchestrator.catalogue.UnpinnedModel;
import com.noragentia.helios.orchestrator.job.ModelOnOffer;
import com.noragentia.helios.orchestrator.ledger.PriceTable;
import com.noragentia.helios.protocol.model.ModelFamily;
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

    /**
     * Which of several models is to answer whoever names none: those that the operator prefers, in that order; then language models; then what quotes and
     * looks up. Two language models are equals: who of them is sooner done decides.
     */
    int rank(ModelManifest manifest) {
        return place(manifest) + (isPreferred(manifest) || writes(manifest) ? 0 : 1);
    }

    private boolean isPreferred(ModelManifest manifest) {
        return first.contains(manifest.id());
    }

    private static boolean writes(ModelManifest manifest) {
        return manifest.traits().family() == ModelFamily.CAUSAL_LM;
    }

    boolean isNamedOnly(ModelManifest manifest) {
        return manifest.traits().demonstration() && !isPreferred(manifest);
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

    /** What may be pinned and then be named: what workers of this version run. */
    static List<ModelOnOffer> installable() {
        return Catalogue.production().stream()
                .filter(UnpinnedModel::canBeRun)
                .map(model -> new ModelOnOffer(model.id(), Set.copyOf(model.experts()), false))
                .toList();
    }

    /** As members may name them. */
    List<ModelOnOffer> onOffer(Catalogue catalogue) {
        return order(catalogue).stream()
                .map(manifest -> new ModelOnOffer(
                        manifest.id(), Set.copyOf(manifest.experts()), isNamedOnly(manifest), writes(manifest)))
                .toList();
    }
}
