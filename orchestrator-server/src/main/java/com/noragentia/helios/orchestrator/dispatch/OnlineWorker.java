/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.orchestrator.dispatch;

import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * A worker that is online. Immutable.
 *
 * @param models what it hosts, by id, in the order it was told to
 * @param draining whether it takes no more tasks
 * @param ownOnly whether it takes those of its own member alone
 */
public record OnlineWorker(
        Holder holder,
        WorkerLink link,
        Map<String, HostedModel> models,
        Map<String, HostedModel> refused,
        boolean draining,
        boolean ownOnly) {

    /** One that has just come. */
    public static OnlineWorker arrived(Holder holder, WorkerLink link) {
        return new OnlineWorker(holder, link, Map.of(), Map.of(), false, false);
    }

    String device() {
        return holder.device();
    }

    /** The model that would answer a task of this lane at once: the one of the smallest rank. */
    Optional<HostedModel> readyFor(LaneKey lane) {
        return models.values().stream()
                .filter(model -> !draining && model.ready() && model.serves(lane))
                .min(Comparator.comparingInt(HostedModel::rank));
    }

    /**
     * The model that would do an errand of this lane: the one of the largest rank. Canaries are made for what looks up and quotes; a language model may
     * well be right in words that nobody foresaw, or wrong without bad faith. None while it serves its own member alone: an errand is not his.
     */
    Optional<HostedModel> readyForErrand(LaneKey lane) {
        return models.values().stream()
                .filter(model -> !draining && !ownOnly && model.ready() && model.serves(lane))
                .max(Comparator.comparingInt(HostedModel::rank));
    }

    /** Answers that it writes side by side with a model; 1 where it does one thing after another, or has not the model. */
    int atOnce(String model) {
        HostedModel hosted = models.get(model);
        return hosted == null ? 1 : hosted.atOnce();
    }

    /** Models that would answer at once any stranger who names them, and nobody else. */
    Set<String> readyWhenNamed() {
        return models.values().stream()
                .filter(model -> !draining && !ownOnly && model.ready() && model.namedOnly())
                .map(HostedModel::id)
                .collect(Collectors.toSet());
    }

    /** Whether it could serve this lane now, or as soon as its model is loaded. */
    boolean could(LaneKey lane) {
        return !draining && models.values().stream().anyMatch(model -> model.serves(lane));
    }

    OnlineWorker with(HostedModel model) {
        Map<String, HostedModel> changed = new LinkedHashMap<>(models);
        changed.put(model.id(), model);
        return new OnlineWorker(holder, link, changed, lacking(refused, model.id()), draining, ownOnly);
    }

    /** It was told to host this model, and could not. */
    OnlineWorker refusing(HostedModel model) {
        Map<String, HostedModel> changed = new LinkedHashMap<>(refused);
        changed.put(model.id(), model);
        return new OnlineWorker(holder, link, lacking(models, model.id()), changed, draining, ownOnly);
    }

    /** Whether it could not load a model that serves this lane. */
    boolean refuses(LaneKey lane) {
        return !draining && refused.values().stream().anyMatch(model -> model.serves(lane));
    }

    OnlineWorker without(String model) {
        return new OnlineWorker(holder, link, lacking(models, model), refused, draining, ownOnly);
    }

    private static Map<String, HostedModel> lacking(Map<String, HostedModel> models, String model) {
        Map<String, HostedModel> changed = new LinkedHashMap<>(models);
        changed.remove(model);
        return changed;
    }

    OnlineWorker asDraining() {
        return new OnlineWorker(holder, link, models, refused, true, ownOnly);
    }

    OnlineWorker serving(boolean onlyOwn) {
        return new OnlineWorker(holder, link, models, refused, draining, onlyOwn);
    }
}
