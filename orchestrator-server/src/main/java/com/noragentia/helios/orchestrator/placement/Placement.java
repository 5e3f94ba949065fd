/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.orchestrator.placement;

import com.noragentia.helios.protocol.task.Expert;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/** The door of the slice: says what a worker is to host when it joins, and every {@link #INTERVAL} who is to move. Thread-safe. */
public final class Placement {

    public static final Duration INTERVAL = Duration.ofSeconds(30);
    /** What having a model on disk is worth, in relative deficit. */
    static final double ON_DISK_BONUS = 0.15;
    /** More than any deficit: models that may still be in memory come first. */
    private static final double RETURN_BONUS = 1_000;

    private List<Offer> offers = List.of();
    private final Map<String, Offer> byModel = new LinkedHashMap<>();
    private final Load load;
    private final Demand demand;
    private final Shelves shelves = new Shelves();

    /** @param offers every model on offer, the preferred one of an expert first */
    public Placement(List<Offer> offers, Load load) {
        this.load = load;
        this.demand = new Demand(load);
        offer(offers);
    }

    /** From now on these are on offer. What was offered before and is still hosted is known on. */
    public synchronized void offer(List<Offer> now) {
        offers = List.copyOf(now);
        demand.offer(offers);
        offers.forEach(offer -> byModel.put(offer.model(), offer));
    }

    /** Work was accepted. {@code credits} is what it is estimated to cost: seconds of the reference computer. */
    public synchronized void arrived(Expert expert, double credits, Instant now) {
        demand.arrived(expert, credits, now);
    }

    /** Work for a model was accepted that was named. {@code credits} as above. */
    public synchronized void named(String model, double credits, Instant now) {
        if (byModel.containsKey(model)) {
            demand.named(model, credits, now);
        }
    }

    /**
     * What a worker that joins is to host, in the order it should load. With room for everything, that is everything; else the models that
     * lack workers most, as far as they fit. A worker that comes back soon is given what it had.
     *
     * @param others who else is there; asked only where there is a choice
     */
    public synchronized List<String> join(String device, long memoryBytes, Supplier<List<Host>> others, Instant now) {
        List<Offer> order = offers.stream().mapToLong(Offer::memoryBytes).sum() <= memoryBytes
                ? offers
                : byNeed(device, others.get(), now);
        List<String> chosen = new ArrayList<>();
        long left = memoryBytes;
        for (Offer offer : order) {
            if (offer.memoryBytes() <= left) {
                left -= offer.memoryBytes();
                chosen.add(offer.model());
            }
        }
        shelves.seen(device, new HashSet<>(chosen), now);
        return List.copyOf(chosen);
    }

    private List<Offer> byNeed(String device, List<Host> others, Instant now) {
        Map<String, Double> asked = demand.byModel(others, now);
        Balance balance = new Balance(Staffing.targets(asked, others.size() + 1), others);
        return offers.stream()
                .sorted(Comparator.comparing((Offer offer) -> isWanted(offer, asked))
                        .thenComparingDouble((Offer offer) -> balance.deficit(offer.model())
                                + (shelves.isOnDisk(device, offer.model()) ? ON_DISK_BONUS : 0)
                                + (shelves.hadLast(device, offer.model(), now) ? RETURN_BONUS : 0))
                        .reversed())
                .toList();
    }

    /** A model that must be named, and that nobody names, has what room is left, and takes none from others. */
    private static boolean isWanted(Offer offer, Map<String, Double> asked) {
        return !offer.namedOnly() || asked.containsKey(offer.model());
    }

    /** The moves to make now. They are taken as made: whoever is moved is to be shown with its new models at the next tick. */
    public synchronized List<Move> tick(List<Host> hosts, Instant now) {
        Map<String, Double> asked = demand.byModel(hosts, now);
        Balance balance = new Balance(Staffing.targets(asked, hosts.size()), hosts);
        List<Offer> wanted =
                offers.stream().filter(offer -> isWanted(offer, asked)).toList();
        Candidates candidates = new Candidates(byModel, load, shelves, balance, now);
        List<Move> moves = new Tick(wanted, hosts, balance, candidates).moves();
        hosts.forEach(host -> shelves.seen(host.device(), host.models().keySet(), now));
        moves.forEach(move -> shelves.moved(move, now));
        return moves;
    }
}
