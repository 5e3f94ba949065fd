/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.orchestrator.ledger;

import com.noragentia.helios.protocol.api.PriceList;
import com.noragentia.helios.protocol.extent.Counting;
import com.noragentia.helios.protocol.ledger.Asked;
import com.noragentia.helios.protocol.ledger.Burn;
import com.noragentia.helios.protocol.ledger.Credits;
import com.noragentia.helios.protocol.ledger.Measure;
import com.noragentia.helios.protocol.ledger.Price;
import com.noragentia.helios.protocol.model.ModelManifest;
import com.noragentia.helios.protocol.wire.JsonCodec;
import com.noragentia.helios.protocol.wire.WireException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * The published prices, the newest table and those before it: trust.md §3.2. A price belongs to a model and to nothing else, so a fast worker
 * earns more in an hour and no more for a task. A model without a price earns nothing and costs nothing; in a network every model that is offered has
 * one, also while it runs: {@link PricesInForce}. Immutable, thread-safe.
 */
public final class PriceTable {

    /** Of the price, what a canary earns: nobody asked for it. */
    public static final double CANARY_SHARE = 0.5;

    private static final String BUNDLED = "prices.json";
    private static final int MAX_BYTES = 1024 * 1024;

    private final List<PriceFile.Table> tables;
    /** Of the newest table, with the models that it lacks and the network offers. */
    private final Map<String, PriceFile.Units> newest;
    /** Who answers conversations of those who name no model, the preferred first. */
    private final List<String> chatModels;

    private final Price nothing;

    /**
     * Tables in the order of their versions.
     *
     * @throws IllegalArgumentException if there is none, or their versions are not 1, 2, 3 and so on
     */
    PriceTable(List<PriceFile.Table> tables) {
        this(tables, tables.isEmpty() ? Map.of() : tables.getLast().models(), List.of());
        for (int i = 0; i < tables.size(); i++) {
            if (tables.get(i).table() != i + 1) {
                throw new IllegalArgumentException("table " + tables.get(i).table() + " stands at place " + (i + 1));
            }
        }
    }

    private PriceTable(List<PriceFile.Table> tables, Map<String, PriceFile.Units> newest, List<String> chatModels) {
        if (tables.isEmpty()) {
            throw new IllegalArgumentException("no prices");
        }
        this.tables = List.copyOf(tables);
        this.newest = Map.copyOf(newest);
        this.chatModels = List.copyOf(chatModels);
        this.nothing = new Price(version(), Credits.ZERO, Credits.ZERO, Credits.ZERO, Credits.ZERO, Credits.ZERO);
    }

    /** The prices that come with this program. */
    public static PriceTable bundled() {
        try (InputStream file = PriceTable.class.getResourceAsStream(BUNDLED)) {
            if (file == null) {
                throw new IllegalStateException("the program was built without its prices " + BUNDLED);
            }
            return new PriceTable(JsonCodec.decode(file.readAllBytes(), PriceFile.class, MAX_BYTES)
                    .tables());
        } catch (WireException e) {
            throw new IllegalStateException("the bundled prices cannot be read: " + e.getMessage(), e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * The same prices in a network that offers these models. What stands in no table gets a price by its size, as it was pinned with another version of this program.
     *
     * @param chat ids of those that answer conversations of whoever names none, the preferred first
     */
    public PriceTable offering(Collection<ModelManifest> offered, List<String> chat) {
        Map<String, PriceFile.Units> all = new HashMap<>(newest);
        offered.forEach(model -> all.computeIfAbsent(model.id(), _ -> Reckoning.priceOf(model)));
        return new PriceTable(tables, all, chat);
    }

    /** Version of the table in force. */
    public int version() {
        return tables.getLast().table();
    }

    /** What a model's work costs today. */
    public Price of(String model) {
        PriceFile.Units units = newest.get(model);
        return units == null ? nothing : units.in(version());
    }

    /** Whether nobody has measured what a model's work costs. */
    public boolean isReckoned(String model) {
        PriceFile.Units units = newest.get(model);
        return units != null && units.reckoned() != null;
    }

    /** What a usual question costs with a model. */
    public Credits usual(String model) {
        return of(model).of(JobEquivalent.USUAL);
    }

    /** What a usual question costs here: by the first model that answers it unnamed and has a price. */
    public JobEquivalent job() {
        return job(newest);
    }

    private JobEquivalent job(Map<String, PriceFile.Units> prices) {
        return chatModels.stream()
                .flatMap(model -> Optional.ofNullable(prices.get(model)).stream())
                .flatMap(units -> JobEquivalent.of(units.in(version())).stream())
                .findFirst()
                .orElse(JobEquivalent.REFERENCE);
    }

    /** How much work a task is for a model, which may have more to read of its documents than another. */
    public Measure counted(String model, Asked asked) {
        PriceFile.Units units = newest.get(model);
        return asked.by(units != null && units.reads());
    }

    /** What a task costs with the dearest of several models. */
    public Credits dearest(Collection<String> models, Asked asked) {
        return models.stream()
                .map(model -> of(model).of(counted(model, asked)))
                .max(Comparator.naturalOrder())
                .orElse(Credits.ZERO);
    }

    /** What a canary earns that was so much work. */
    public Credits canary(String model, Measure measure) {
        return of(model).of(measure).times(CANARY_SHARE);
    }

    /** The table in force, as published. */
    public PriceList list() {
        return list(tables.getLast(), newest);
    }

    /** An earlier table, or the one in force, as published. */
    public Optional<PriceList> list(int version) {
        return version == version()
                ? Optional.of(list())
                : tables.stream()
                        .filter(table -> table.table() == version)
                        .findFirst()
                        .map(table -> list(table, table.models()));
    }

    private PriceList list(PriceFile.Table table, Map<String, PriceFile.Units> prices) {
        JobEquivalent job = job(prices);
        List<PriceList.ModelPrice> models = prices.entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .map(entry -> new PriceList.ModelPrice(
                        entry.getKey(),
                        entry.getValue().in(table.table()),
                        entry.getValue().reckoned() != null,
                        entry.getValue().reads()))
                .toList();
        return new PriceList(
                table.table(),
                table.since(),
                table.measured(),
                job.credits(),
                Burn.SHARE,
                Objects.requireNonNullElse(table.leastBurn(), job.leastBurn()),
                CANARY_SHARE,
                Counting.BYTES_PER_TOKEN,
                models);
    }
}
