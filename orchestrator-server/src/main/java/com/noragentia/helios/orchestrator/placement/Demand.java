/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.orchestrator.placement;

import com.noragentia.helios.protocol.task.Expert;
import java.time.Instant;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Offered load by model, from what is asked of experts. Not thread-safe. */
final class Demand {

    private List<Offer> offers = List.of();
    private final Load load;
    private final Map<Expert, ExpertDemand> byExpert = new EnumMap<>(Expert.class);
    private final Map<String, ExpertDemand> byName = new HashMap<>();

    Demand(Load load) {
        this.load = load;
    }

    /** From now on these models are on offer. */
    void offer(List<Offer> now) {
        offers = now;
    }

    void arrived(Expert expert, double credits, Instant now) {
        byExpert.computeIfAbsent(expert, _ -> new ExpertDemand()).arrived(credits, now);
    }

    /** A task that names its model. */
    void named(String model, double credits, Instant now) {
        byName.computeIfAbsent(model, _ -> new ExpertDemand()).arrived(credits, now);
    }

    /**
     * Reference seconds a second that each model is asked for. An expert that several models serve is split over them by their ready
     * workers, since that is where its tasks go; while none is ready, all of it is the preferred model's. What
     * names a model is that model's; one that nobody may have without naming it is left out while nobody does.
     */
    Map<String, Double> byModel(List<Host> hosts, Instant now) {
        Map<String, Integer> ready = ready(hosts);
        Map<String, Double> demand = new HashMap<>();
        for (Expert expert : Expert.values()) {
            double offered =
                    byExpert.computeIfAbsent(expert, _ -> new ExpertDemand()).offeredLoad(load.backlog(expert), now);
            List<String> models = offers.stream()
                    .filter(offer -> !offer.namedOnly() && offer.experts().contains(expert))
                    .map(Offer::model)
                    .toList();
            int workers = models.stream()
                    .mapToInt(model -> ready.getOrDefault(model, 0))
                    .sum();
            for (String model : models) {
                double share = workers > 0
                        ? (double) ready.getOrDefault(model, 0) / workers
                        : model.equals(models.getFirst()) ? 1 : 0;
                demand.merge(model, offered * share, Double::sum);
            }
        }
        byName.forEach(
                (model, asked) -> demand.merge(model, asked.offeredLoad(load.backlogOf(model), now), Double::sum));
        return demand;
    }

    private static Map<String, Integer> ready(List<Host> hosts) {
        Map<String, Integer> ready = new HashMap<>();
        for (Host host : hosts) {
            host.models().forEach((model, hosting) -> {
                if (hosting.ready()) {
                    ready.merge(model, 1, Integer::sum);
                }
            });
        }
        return ready;
    }
}
