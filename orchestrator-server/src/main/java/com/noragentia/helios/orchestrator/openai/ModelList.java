/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.orchestrator.openai;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.noragentia.helios.orchestrator.job.ModelOnOffer;
import com.noragentia.helios.protocol.task.Expert;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;

/** The models that can answer now, and the name under which the network chooses. */
record ModelList(String object, List<Model> data) {

    /**
     * A model.
     *
     * @param created always 0: nobody knows when its maker made it
     */
    record Model(
            String id,
            String object,
            long created,
            @JsonProperty("owned_by") String owner,
            Traits helios) {}

    /**
     * What Helios knows of it.
     *
     * @param experts what may be asked of it
     * @param namedOnly whether it answers only who names it, since it merely demonstrates
     */
    record Traits(
            SortedSet<Expert> experts,
            @JsonProperty("named_only") boolean namedOnly) {}

    static ModelList of(List<ModelOnOffer> answering) {
        List<Model> models = new ArrayList<>();
        SortedSet<Expert> unnamed = new TreeSet<>();
        for (ModelOnOffer model : answering) {
            if (!model.namedOnly()) {
                unnamed.addAll(model.experts());
            }
            models.add(model(model.id(), new TreeSet<>(model.experts()), model.namedOnly()));
        }
        models.addFirst(model(ModelName.ANY, unnamed, false));
        return new ModelList("list", List.copyOf(models));
    }

    private static Model model(String id, SortedSet<Expert> experts, boolean namedOnly) {
        return new Model(id, "model", 0, "helios", new Traits(experts, namedOnly));
    }

    /** That of this name, if it can answer now. */
    Optional<Model> find(String id) {
        return data.stream().filter(model -> model.id().equals(id)).findFirst();
    }
}
